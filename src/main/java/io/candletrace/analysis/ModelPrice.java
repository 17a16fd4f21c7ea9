package io.candletrace.analysis;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a model charges from some time on, until a later price. US dollars a million tokens with at most 6 decimals, so that what
 * tokens cost is exact with 12.
 *
 * @param model our name of the model
 * @param serviceTier in the vendor's word; {@link #DEFAULT_TIER} where it has none
 * @param effectiveFrom UTC
 * @param inputUncached of tokens that were not served from the vendor's cache
 * @param inputCached of tokens served from it
 * @param cacheWrite of tokens written to it
 * @param outputVisible of the answer's tokens
 * @param outputReasoning of hidden reasoning
 */
public record ModelPrice(
        String model,
        String serviceTier,
        Instant effectiveFrom,
        BigDecimal inputUncached,
        BigDecimal inputCached,
        BigDecimal cacheWrite,
        BigDecimal outputVisible,
        BigDecimal outputReasoning) {
    /** The tier of answers that name none. */
    public static final String DEFAULT_TIER = "default";

    private static final String AUTO = "auto";

    /** What a price may be, in words. */
    public static final String RANGE = "0 to 10000 with at most 6 decimals";

    /** Dearer than anything sold; far beyond it a call's cost would not fit its column. */
    private static final BigDecimal MOST = new BigDecimal("10000");

    private static final int MAX_DECIMALS = 6;
    private static final int MILLION = 6;
    private static final int DECIMALS_OF_COST = MAX_DECIMALS + MILLION;

    public ModelPrice {
        Map.of(
                        "inputUncached", inputUncached,
                        "inputCached", inputCached,
                        "cacheWrite", cacheWrite,
                        "outputVisible", outputVisible,
                        "outputReasoning", outputReasoning)
                .forEach(ModelPrice::require);
    }

    /**
     * The tier whose price a request is expected to pay: {@code auto} leaves the choice to the vendor, whose answer then says it.
     *
     * @param configured what is sent, when anything is
     */
    public static String tier(Optional<String> configured) {
        return configured.filter(word -> !word.equals(AUTO)).orElse(DEFAULT_TIER);
    }

    /** What these tokens cost, US dollars, exact with 12 decimals. */
    public BigDecimal cost(Usage usage) {
        return Stream.of(
                        of(usage.inputUncached(), inputUncached),
                        of(usage.inputCached(), inputCached),
                        of(usage.cacheWrite(), cacheWrite),
                        of(usage.outputVisible(), outputVisible),
                        of(usage.outputReasoning(), outputReasoning))
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .setScale(DECIMALS_OF_COST);
    }

    /** The most that so many tokens can cost, whatever buckets they fall into, US dollars. */
    public BigDecimal most(long input, long output) {
        return of(input, inputUncached.max(inputCached).max(cacheWrite))
                .add(of(output, outputVisible.max(outputReasoning)));
    }

    private static BigDecimal of(long tokens, BigDecimal million) {
        return million.multiply(BigDecimal.valueOf(tokens)).movePointLeft(MILLION);
    }

    /** Whether this can be a price: {@link #RANGE}. */
    public static boolean possible(BigDecimal price) {
        return price.signum() >= 0
                && price.compareTo(MOST) <= 0
                && price.stripTrailingZeros().scale() <= MAX_DECIMALS;
    }

    private static void require(String name, BigDecimal price) {
        if (!possible(price)) {
            throw new IllegalArgumentException(name + " is " + RANGE + ", was " + price);
        }
    }
}
