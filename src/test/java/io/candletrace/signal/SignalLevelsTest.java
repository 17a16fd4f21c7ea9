package io.candletrace.signal;

import static org.assertj.core.api.Assertions.assertThat;

import io.candletrace.analysis.PriceRange;
import io.candletrace.analysis.Recommendation;
import io.candletrace.analysis.Verdict;
import io.candletrace.market.BarSeries;
import io.candletrace.market.Timeframe;
import io.candletrace.testing.SampleBars;
import io.candletrace.testing.SampleVerdicts;
import java.math.BigDecimal;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The series closes at 100 and every true range is 2, so the ATR is 2 and so is the reach: entry 99.50 to 100.50, stop 4 away. */
class SignalLevelsTest {
    static Stream<Arguments> levels() {
        return Stream.of(
                Arguments.argumentSet(
                        "none given, bought",
                        SampleVerdicts.of(Recommendation.BUY),
                        "99.50 100.50 stop 96.00 targets 107.25 (1.50R) 114.00 (3.00R)"),
                Arguments.argumentSet(
                        "none given, sold",
                        SampleVerdicts.of(Recommendation.SELL),
                        "99.50 100.50 stop 104.00 targets 92.75 (1.50R) 86.00 (3.00R)"),
                Arguments.argumentSet(
                        "all given, bought",
                        SampleVerdicts.of(Recommendation.BUY, "99", "101", "97", "105", "111"),
                        "99.00 101.00 stop 97.00 targets 105.00 (1.00R) 111.00 (2.50R)"),
                Arguments.argumentSet(
                        "all given, sold, the farther first",
                        SampleVerdicts.of(Recommendation.SELL, "99", "101", "102", "90", "95"),
                        "99.00 101.00 stop 102.00 targets 95.00 (1.33R) 90.00 (3.00R)"),
                Arguments.argumentSet(
                        "between two ticks",
                        SampleVerdicts.of(Recommendation.BUY, "99.004", "101.006", "96.999", "105.001", "111.009"),
                        "99.00 101.01 stop 97.00 targets 105.00 (1.00R) 111.01 (2.49R)"),
                Arguments.argumentSet(
                        "one target",
                        SampleVerdicts.of(Recommendation.BUY, "99", "101", "97", "105"),
                        "99.00 101.00 stop 97.00 targets 105.00 (1.00R) 113.00 (3.00R)"),
                Arguments.argumentSet(
                        "one target beyond ours",
                        SampleVerdicts.of(Recommendation.BUY, "99", "101", "97", "120"),
                        "99.00 101.00 stop 97.00 targets 120.00 (4.75R) 120.00 (4.75R)"),
                Arguments.argumentSet(
                        "stop inside the entry range",
                        SampleVerdicts.of(Recommendation.BUY, "99", "101", "100", "105", "111"),
                        "99.00 101.00 stop 96.00 targets 105.00 (0.80R) 111.00 (2.00R)"),
                Arguments.argumentSet(
                        "stop on the winning side",
                        SampleVerdicts.of(Recommendation.SELL, "99", "101", "95", "93", "90"),
                        "99.00 101.00 stop 104.00 targets 93.00 (1.20R) 90.00 (1.80R)"),
                Arguments.argumentSet(
                        "targets on the losing side",
                        SampleVerdicts.of(Recommendation.BUY, "99", "101", "97", "98", "100"),
                        "99.00 101.00 stop 97.00 targets 107.00 (1.50R) 113.00 (3.00R)"),
                Arguments.argumentSet(
                        "entry far from the close",
                        SampleVerdicts.of(Recommendation.BUY, "150", "151", "97", "105", "111"),
                        "99.50 100.50 stop 97.00 targets 105.00 (1.29R) 111.00 (3.00R)"),
                Arguments.argumentSet(
                        "entry too wide for a stop of ours",
                        SampleVerdicts.of(Recommendation.BUY, "92", "102", "101", "105", "111"),
                        "99.50 100.50 stop 96.00 targets 107.25 (1.50R) 114.00 (3.00R)"));
    }

    @ParameterizedTest
    @MethodSource("levels")
    void keepsWhatMakesSense_andFillsInTheRest(Verdict verdict, String expected) {
        assertThat(SignalLevels.of(verdict, steady()).map(SignalLevelsTest::words))
                .contains(expected);
    }

    @Test
    void roundsToTheInstrumentsTick() {
        // Given
        var quarters = SampleBars.of(SampleBars.instrument("0.25"), Timeframe.DAILY, steady().bars());

        // When
        var levels = SignalLevels.of(
                SampleVerdicts.of(Recommendation.BUY, "99.1", "101.1", "96.9", "105.2", "111.4"), quarters);

        // Then
        assertThat(levels.map(SignalLevelsTest::words))
                .contains("99.00 101.00 stop 97.00 targets 105.25 (1.06R) 111.50 (2.63R)");
    }

    @Test
    void usesTheVerdictsLevels_whenTheSeriesIsTooShortForAnAtr() {
        // Given
        var young = SampleBars.ofCloses(99, 100);

        // Then
        assertThat(SignalLevels.of(SampleVerdicts.of(Recommendation.BUY, "99", "101", "97", "105", "111"), young)
                        .map(SignalLevelsTest::words))
                .contains("99.00 101.00 stop 97.00 targets 105.00 (1.00R) 111.00 (2.50R)");
        assertThat(SignalLevels.of(SampleVerdicts.of(Recommendation.BUY), young))
                .isEmpty();
    }

    @Test
    void neverAsksForANegativePrice() {
        // Given
        var penny = SampleBars.daily(60, i -> i % 2 == 0 ? 1.5 : 0.8);

        // When
        var sold =
                SignalLevels.of(SampleVerdicts.of(Recommendation.SELL), penny).orElseThrow();

        // Then
        assertThat(sold.targetConservative()).isEqualByComparingTo("0.01");
        assertThat(sold.targetAggressive()).isEqualByComparingTo("0.01");
    }

    @Test
    void givesNoLevels_whenNoPriceIsLeftForATarget() {
        // Given
        var wildPenny = SampleBars.daily(60, i -> i % 2 == 0 ? 3 : 0.8);

        // Then
        assertThat(SignalLevels.of(SampleVerdicts.of(Recommendation.SELL), wildPenny))
                .isEmpty();
    }

    private static BarSeries steady() {
        var rows = new double[60][];
        for (var i = 0; i < rows.length; i++) {
            rows[i] = new double[] {101, 99, 100};
        }
        return SampleBars.ofHighLowClose(rows);
    }

    private static String words(Signal.Levels levels) {
        return words(levels.entry()) + " stop " + plain(levels.stopLoss()) + " targets "
                + plain(levels.targetConservative()) + " (" + plain(levels.rMultipleConservative()) + "R) "
                + plain(levels.targetAggressive()) + " (" + plain(levels.rMultipleAggressive()) + "R)";
    }

    private static String words(PriceRange range) {
        return plain(range.low()) + " " + plain(range.high());
    }

    private static String plain(BigDecimal price) {
        return price.toPlainString();
    }
}
