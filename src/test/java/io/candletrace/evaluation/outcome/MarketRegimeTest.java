package io.candletrace.evaluation.outcome;

import static org.assertj.core.api.Assertions.assertThat;

import io.candletrace.market.BarSeries;
import io.candletrace.testing.SampleBars;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MarketRegimeTest {
    private static final int BARS = 300;
    private static final int FIRST_KNOWN = 263;

    @Test
    void isUnknown_untilThereAre250Ranges() {
        var regime = MarketRegime.of(SampleBars.rising(BARS));

        assertThat(regime.at(FIRST_KNOWN - 1)).isEqualTo(Regime.UNKNOWN);
        assertThat(regime.at(FIRST_KNOWN)).isEqualTo(Regime.ABOVE_SMA200_MIDDLE_ATR);
    }

    @ParameterizedTest
    @CsvSource({
        "1, 0, above_sma200_middle_atr",
        "-1, 0, below_sma200_middle_atr",
        "1, 0.01, above_sma200_high_atr",
        "-1, 0.01, below_sma200_high_atr",
        "1, -0.01, above_sma200_low_atr",
        "-1, -0.01, below_sma200_low_atr"
    })
    void tellsTheSideOfTheAverage_andTheThirdOfTheRange(int step, double widening, String code) {
        assertThat(MarketRegime.of(series(step, widening)).at(BARS - 1).code()).isEqualTo(code);
    }

    @Test
    void ranksAmongTheLatest250Ranges() {
        // Given ranges that widen for 400 bars and narrow for 100: in the end three quarters of the latest 250 are
        // wider
        var rows = IntStream.range(0, 500)
                .mapToObj(i ->
                        new double[] {1000 + 4 - Math.abs(i - 399) / 100.0, 1000 - 4 + Math.abs(i - 399) / 100.0, 1000})
                .toArray(double[][]::new);

        // When
        var regime = MarketRegime.of(SampleBars.ofHighLowClose(rows));

        // Then
        assertThat(regime.at(399)).isEqualTo(Regime.BELOW_SMA200_HIGH_ATR);
        assertThat(regime.at(499)).isEqualTo(Regime.BELOW_SMA200_LOW_ATR);
    }

    @Test
    void isThatOfTheLastBarThatHadClosed() {
        var series = series(1, 0.01);
        var regime = MarketRegime.of(series);
        var closed = series.bars().get(FIRST_KNOWN).closesAt();

        assertThat(regime.asOf(closed)).isEqualTo(Regime.ABOVE_SMA200_HIGH_ATR);
        assertThat(regime.asOf(closed.minusMillis(1))).isEqualTo(Regime.UNKNOWN);
        assertThat(regime.asOf(series.bars().getFirst().opensAt())).isEqualTo(Regime.UNKNOWN);
    }

    @Test
    void knowsNothingOfLaterBars() {
        var series = SampleBars.wave(BARS + 50);
        var early = SampleBars.of(
                series.instrument(), series.timeframe(), series.bars().subList(0, BARS));

        assertThat(MarketRegime.of(early).at(BARS - 1))
                .isEqualTo(MarketRegime.of(series).at(BARS - 1));
    }

    /** A trend of one step a bar whose ranges grow or shrink by twice the widening. */
    private static BarSeries series(int step, double widening) {
        var rows = IntStream.range(0, BARS)
                .mapToObj(i -> {
                    var close = 1000 + step * i;
                    var reach = 5 + widening * i;
                    return new double[] {close + reach, close - reach, close};
                })
                .toArray(double[][]::new);
        return SampleBars.ofHighLowClose(rows);
    }
}
