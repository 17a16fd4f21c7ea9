package io.candletrace.evaluation.effect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import io.candletrace.indicator.IndicatorCatalogue;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class StateRuleTest {
    private static final String CURRENT = "current";
    private static final String READING = "reading";
    private static final BigDecimal CLOSE = new BigDecimal("100.00");

    @ParameterizedTest
    @CsvSource({
        "0, below_30",
        "29.9999, below_30",
        "30, 30_to_45",
        "44.9999, 30_to_45",
        "45, 45_to_55",
        "54.9999, 45_to_55",
        "55, 55_to_70",
        "70, 55_to_70",
        "70.0001, above_70",
        "100, above_70"
    })
    void partsTheStrength(BigDecimal value, String state) {
        assertThat(states("RSI", Map.of("period", 14), Map.of(CURRENT, value))).containsExactly("RSI(14) " + state);
    }

    @ParameterizedTest
    @CsvSource({"19.9999, below_20", "20, 20_to_80", "80, 20_to_80", "80.0001, above_80"})
    void partsTheStochastic(BigDecimal value, String state) {
        assertThat(states("Stochastic", Map.of("d", 3, "k", 14, "smooth", 5), Map.of("percent_k", value)))
                .containsExactly("Stochastic(14,5,3) " + state);
    }

    @ParameterizedTest
    @CsvSource({"0.0001, above_signal", "-0.0001, below_signal"})
    void tellsTheSideOfTheSignalLine(BigDecimal histogram, String state) {
        assertThat(states(
                        "MACD",
                        Map.of("fast", 12, "slow", 26, "signal", 9),
                        Map.of("histogram", histogram, "signal", "bullish")))
                .containsExactly("MACD(12,26,9) " + state);
    }

    @ParameterizedTest
    @CsvSource({"SMA", "EMA"})
    void tellsTheSideOfEachAverage(String key) {
        var reading = Map.of(CURRENT, Map.of("200", 100.01, "20", 99.99, "50", 100));

        // At the average of 50 it is on neither side.
        assertThat(states(key, Map.of("periods", List.of(20, 50, 200)), reading))
                .containsExactly(key + "(20) above", key + "(200) below");
    }

    @ParameterizedTest
    @CsvSource({
        "100, 90, inside",
        "110, 100, inside",
        "99.9999, 90, above_upper",
        "110, 100.0001, below_lower",
    })
    void placesTheCloseInTheBands(BigDecimal upper, BigDecimal lower, String state) {
        assertThat(states(
                        "Bollinger_Bands",
                        Map.of("period", 20, "std", new BigDecimal("2.5")),
                        Map.of("upper", upper, "lower", lower)))
                .containsExactly("Bollinger_Bands(20,2.5) " + state);
    }

    @ParameterizedTest
    @CsvSource({
        "24.9999, 30, 10, ranging",
        "25, 30, 10, trending_up",
        "25, 10, 30, trending_down",
        "24, 10, 10, ranging",
    })
    void tellsWhichWayItTrends(BigDecimal strength, BigDecimal plus, BigDecimal minus, String state) {
        assertThat(states("ADX", Map.of("period", 14), Map.of(CURRENT, strength, "plus_di", plus, "minus_di", minus)))
                .containsExactly("ADX(14) " + state);
    }

    @Test
    void takesWordsWhoseValuesAreNotKept() {
        assertThat(states("SuperTrend", Map.of("period", 10, "multiplier", 3), Map.of(CURRENT, 95, READING, "bullish")))
                .containsExactly("SuperTrend(10,3) bullish");
        assertThat(states("OBV", Map.of(), Map.of(CURRENT, 0, READING, "rising")))
                .containsExactly("OBV rising");
    }

    @ParameterizedTest
    @MethodSource
    void tellsNothing(String key, Map<String, ?> reading) {
        assertThat(states(key, Map.of("period", 14), reading)).isEmpty();
    }

    static Stream<Arguments> tellsNothing() {
        return Stream.of(
                argumentSet("a value that is null", "RSI", absent(CURRENT)),
                argumentSet("no value", "RSI", Map.of(READING, "neutral")),
                argumentSet("no number", "RSI", Map.of(CURRENT, Double.NaN)),
                argumentSet("no finite number", "Stochastic", Map.of("percent_k", Double.NEGATIVE_INFINITY)),
                argumentSet("a number in a text", "RSI", Map.of(CURRENT, "55")),
                argumentSet("a difference of nothing", "MACD", Map.of("histogram", BigDecimal.ZERO)),
                argumentSet("averages without history", "SMA", Map.of(CURRENT, absent("200"))),
                argumentSet("averages of another shape", "EMA", Map.of(CURRENT, 99)),
                argumentSet("half of the bands", "Bollinger_Bands", Map.of("upper", 90)),
                argumentSet("no direction", "ADX", Map.of(CURRENT, 40, "plus_di", 10)),
                argumentSet("equal directions", "ADX", Map.of(CURRENT, 40, "plus_di", 10, "minus_di", 10)),
                argumentSet("words for no history", "OBV", Map.of(CURRENT, 1, READING, "insufficient_history")),
                argumentSet("a side without its stop", "SuperTrend", withWord(absent(CURRENT))),
                argumentSet("a range", "ATR", Map.of(CURRENT, 1.2, READING, "volatile")));
    }

    private static Map<String, @Nullable Object> absent(String field) {
        var reading = new HashMap<String, @Nullable Object>();
        reading.put(field, null);
        return reading;
    }

    private static Map<String, @Nullable Object> withWord(Map<String, @Nullable Object> reading) {
        reading.put(READING, "bearish");
        return reading;
    }

    @Test
    void tellsNothing_ofWhatIsNotKept() {
        assertThat(new KeptIndicators(Map.of("RSI", "55"), Map.of("RSI", Map.of()), CLOSE).states())
                .isEmpty();
        assertThat(new KeptIndicators(Map.of("RSI", Map.of(CURRENT, 55)), Map.of(), CLOSE).states())
                .isEmpty();
    }

    /** An indicator that is added needs a rule, or a reason why it has none. */
    @Test
    void hasARule_forEachOfTheCatalogue() {
        assertThat(Arrays.stream(StateRule.values()).map(StateRule::key))
                .containsExactlyElementsOf(IndicatorCatalogue.entries().stream()
                        .map(IndicatorCatalogue.Entry::key)
                        .toList());
    }

    @Test
    void standsInTheOrderOfTheCatalogue() {
        var shuffled = Stream.of(
                new IndicatorState("OBV", "rising"),
                new IndicatorState("SMA(200)", "above"),
                new IndicatorState("SMA(50)", "above"),
                new IndicatorState("SMA(50)", "below"),
                new IndicatorState("RSI(14)", "above_70"),
                new IndicatorState("RSI(14)", "55_to_70"));

        assertThat(shuffled.sorted().map(StateRuleTest::text))
                .containsExactly(
                        "RSI(14) 55_to_70",
                        "RSI(14) above_70",
                        "SMA(50) below",
                        "SMA(50) above",
                        "SMA(200) above",
                        "OBV rising");
    }

    private static List<String> states(String key, Map<String, Object> parameters, Map<String, ?> reading) {
        return new KeptIndicators(Map.of(key, reading), Map.of(key, parameters), CLOSE)
                .states().stream().map(StateRuleTest::text).toList();
    }

    private static String text(IndicatorState state) {
        return state.indicator() + " " + state.state();
    }
}
