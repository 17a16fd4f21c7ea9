package io.candletrace.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import io.candletrace.testing.SamplePrices;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ModelPriceTest {
    /** US dollars a million tokens: input, cached, cache write, output, reasoning. */
    private static final ModelPrice PRICE = SamplePrices.of("2.5", "0.25", "3.125", "10", "12.000001");

    private static final Optional<BigDecimal> PRICE_OF_ONE = Optional.of(new BigDecimal("0.000000000001"));

    @ParameterizedTest
    @MethodSource
    void costs(ModelPrice price, Usage usage, String usd) {
        assertThat(price.cost(usage)).isEqualByComparingTo(usd);
        assertThat(price.cost(usage).stripTrailingZeros().scale()).isLessThanOrEqualTo(12);
    }

    static Stream<Arguments> costs() {
        var least = SamplePrices.of("0.000001", "0", "0", "0", "0");
        return Stream.of(
                argumentSet("nothing", PRICE, Usage.NONE, "0"),
                argumentSet("one token of the least price", least, new Usage(1, 0, 0, 0, 0), "0.000000000001"),
                // 1,234 x 2.5 = 3,085 millionths
                argumentSet("fresh input", PRICE, new Usage(1_234, 0, 0, 0, 0), "0.003085"),
                // 1,000,001 x 0.25 = 250,000.25 millionths
                argumentSet("cached input", PRICE, new Usage(0, 1_000_001, 0, 0, 0), "0.25000025"),
                // 7 x 3.125 = 21.875 millionths
                argumentSet("a cache write", PRICE, new Usage(0, 0, 7, 0, 0), "0.000021875"),
                // 333 x 10 = 3,330 millionths
                argumentSet("the answer", PRICE, new Usage(0, 0, 0, 333, 0), "0.00333"),
                // 999 x 12.000001 = 11,988.000999 millionths
                argumentSet("reasoning", PRICE, new Usage(0, 0, 0, 0, 999), "0.011988000999"),
                // 1,500 x 2.5 + 1,024 x 0.25 + 256 x 3.125 + 321 x 10 + 1,111 x 12.000001
                // = 3,750 + 256 + 800 + 3,210 + 13,332.001111 = 21,348.001111 millionths
                argumentSet("all of it", PRICE, new Usage(1_500, 1_024, 256, 321, 1_111), "0.021348001111"),
                // 10^9 x 10,000 = 10^13 millionths
                argumentSet(
                        "very much",
                        SamplePrices.of("10000", "0", "0", "0", "0"),
                        new Usage(1_000_000_000, 0, 0, 0, 0),
                        "10000000"));
    }

    @Test
    void costsAtMost_whatTheDearestBucketsDo() {
        // 100 x 3.125 + 10 x 12.000001 = 312.5 + 120.00001 = 432.50001 millionths
        assertThat(PRICE.most(100, 10)).isEqualByComparingTo("0.00043250001");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-0.000001", "0.0000001", "10000.000001", "1e400"})
    void refuses(String million) {
        assertThatThrownBy(() -> SamplePrices.of("1", "1", "1", "1", million))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("outputReasoning is 0 to 10000 with at most 6 decimals, was ")
                .hasMessageEndingWith(new BigDecimal(million).toString());
    }

    @Test
    void addsUp_whatCallsTook() {
        var first = new Spending(new Usage(1, 2, 3, 4, 5), PRICE_OF_ONE, Optional.empty());
        var both = first.plus(first);

        assertThat(both.usage()).isEqualTo(new Usage(2, 4, 6, 8, 10));
        assertThat(both.usd()).hasValueSatisfying(usd -> assertThat(usd).isEqualByComparingTo("0.000000000002"));
    }

    @Test
    void staysUnknown_whenAnyCallIs() {
        var known = new Spending(new Usage(1, 0, 0, 0, 0), PRICE_OF_ONE, Optional.empty());
        var unknown = new Spending(Usage.NONE, Optional.empty(), Optional.empty());

        assertThat(known.plus(unknown).usd()).isEmpty();
        assertThat(unknown.plus(known).usd()).isEmpty();
    }
}
