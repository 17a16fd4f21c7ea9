package io.candletrace.analysis;

import io.candletrace.failure.FailureReason;
import io.candletrace.failure.ServiceException;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How much a strategy may spend. What is absent is not limited.
 *
 * @param dailyTokens tokens of all its executions on a day (UTC)
 * @param dailyUsd US dollars of all its executions on a day (UTC)
 * @param executionTokens tokens of one execution
 * @param executionUsd US dollars of one execution
 */
public record SpendingLimits(
        Optional<Long> dailyTokens,
        Optional<BigDecimal> dailyUsd,
        Optional<Long> executionTokens,
        Optional<BigDecimal> executionUsd) {
    /** No limits. */
    public static final SpendingLimits NONE =
            new SpendingLimits(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    private static final String DAILY_TOKENS = "daily_tokens";
    private static final String DAILY_USD = "daily_usd";
    private static final String EXECUTION_TOKENS = "execution_tokens";
    private static final String EXECUTION_USD = "execution_usd";
    private static final List<String> KEYS = List.of(DAILY_TOKENS, DAILY_USD, EXECUTION_TOKENS, EXECUTION_USD);
    private static final BigDecimal MOST_TOKENS = new BigDecimal("1000000000000");
    private static final BigDecimal MOST_USD = new BigDecimal("100000");
    private static final int USD_DECIMALS = 6;

    /**
     * Reads a strategy's {@code budget}; every key may be missing.
     *
     * @throws ServiceException {@code IMPOSSIBLE_REQUEST} for an unknown key or value
     */
    public static SpendingLimits parse(Map<String, ?> json) {
        json.keySet().stream().filter(key -> !KEYS.contains(key)).findFirst().ifPresent(key -> {
            throw impossible("budget", String.join(", ", KEYS), key);
        });
        return new SpendingLimits(
                tokens(json, DAILY_TOKENS),
                usd(json, DAILY_USD),
                tokens(json, EXECUTION_TOKENS),
                usd(json, EXECUTION_USD));
    }

    /** The inverse of {@link #parse}. */
    public Map<String, Object> toMap() {
        var map = new LinkedHashMap<String, Object>();
        dailyTokens.ifPresent(tokens -> map.put(DAILY_TOKENS, tokens));
        dailyUsd.ifPresent(usd -> map.put(DAILY_USD, usd));
        executionTokens.ifPresent(tokens -> map.put(EXECUTION_TOKENS, tokens));
        executionUsd.ifPresent(usd -> map.put(EXECUTION_USD, usd));
        return map;
    }

    private static Optional<Long> tokens(Map<String, ?> json, String key) {
        return number(json, key).map(number -> {
            if (number.stripTrailingZeros().scale() > 0 || number.compareTo(MOST_TOKENS) > 0) {
                throw impossible("budget." + key, "a whole number of tokens up to " + MOST_TOKENS, number);
            }
            return number.longValueExact();
        });
    }

    private static Optional<BigDecimal> usd(Map<String, ?> json, String key) {
        return number(json, key).map(number -> {
            if (number.stripTrailingZeros().scale() > USD_DECIMALS || number.compareTo(MOST_USD) > 0) {
                throw impossible("budget." + key, "US dollars up to " + MOST_USD + ", at most 6 decimals", number);
            }
            return number;
        });
    }

    private static Optional<BigDecimal> number(Map<String, ?> json, String key) {
        if (!json.containsKey(key)) {
            return Optional.empty();
        }
        if (json.get(key) instanceof Number number) {
            var decimal = new BigDecimal(number.toString());
            if (decimal.signum() >= 0) {
                return Optional.of(decimal);
            }
        }
        throw impossible("budget." + key, "a number that is not negative", String.valueOf(json.get(key)));
    }

    private static ServiceException impossible(String where, String expected, Object found) {
        return new ServiceException(
                FailureReason.IMPOSSIBLE_REQUEST,
                where + ": expected " + expected + ", found '" + ReadableText.line(found.toString(), 64) + "'");
    }
}
