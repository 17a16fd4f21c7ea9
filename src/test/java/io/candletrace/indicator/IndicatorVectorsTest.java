package io.candletrace.indicator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.candletrace.market.BarSeries;
import io.candletrace.testing.Vectors;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Published figures; {@code vectors/SOURCE.md} says whose. */
class IndicatorVectorsTest {
    private static final double TEN_DECIMALS = 1e-9;

    /** TA-Lib's RSI test cuts where others round: 49.147 stands there as 49.14. */
    private static final double CUT_TO_TWO_DECIMALS = 0.01;

    static Stream<Arguments> taLibOnApple() {
        return Stream.of(
                Arguments.argumentSet("SMA 20", new Indicator.Sma(List.of(20)), 0, "sma20"),
                Arguments.argumentSet("SMA 50", new Indicator.Sma(List.of(50)), 0, "sma50"),
                Arguments.argumentSet("SMA 200", new Indicator.Sma(List.of(20, 200)), 1, "sma200"),
                Arguments.argumentSet("EMA 12", new Indicator.Ema(List.of(12)), 0, "ema12"),
                Arguments.argumentSet("EMA 20", new Indicator.Ema(List.of(12, 20)), 1, "ema20"),
                Arguments.argumentSet("EMA 26", new Indicator.Ema(List.of(26)), 0, "ema26"),
                Arguments.argumentSet("RSI 14", new Indicator.Rsi(14), 0, "rsi14"),
                Arguments.argumentSet("MACD", new Indicator.Macd(12, 26, 9), 0, "macd"),
                Arguments.argumentSet("MACD signal", new Indicator.Macd(12, 26, 9), 1, "macd_signal"),
                Arguments.argumentSet("MACD histogram", new Indicator.Macd(12, 26, 9), 2, "macd_hist"),
                Arguments.argumentSet("BB upper", new Indicator.BollingerBands(20, BigDecimal.TWO), 0, "bb_upper"),
                Arguments.argumentSet("BB middle", new Indicator.BollingerBands(20, BigDecimal.TWO), 1, "bb_mid"),
                Arguments.argumentSet("BB lower", new Indicator.BollingerBands(20, BigDecimal.TWO), 2, "bb_lower"),
                Arguments.argumentSet("ATR 14", new Indicator.Atr(14), 0, "atr14"),
                Arguments.argumentSet("OBV", new Indicator.Obv(), 0, "obv"),
                Arguments.argumentSet("ADX 14", new Indicator.Adx(14), 0, "adx14"),
                Arguments.argumentSet("+DI 14", new Indicator.Adx(14), 1, "plus_di14"),
                Arguments.argumentSet("-DI 14", new Indicator.Adx(14), 2, "minus_di14"),
                Arguments.argumentSet("%K 14, 3", new Indicator.Stochastic(14, 3, 3), 0, "stoch_slowk_14_3"),
                Arguments.argumentSet("%D 3", new Indicator.Stochastic(14, 3, 3), 1, "stoch_slowd_3"));
    }

    @ParameterizedTest
    @MethodSource("taLibOnApple")
    void matchesTaLib_onEveryBarOfApple2013(Indicator indicator, int line, String column) {
        // Given
        var vectors = Vectors.of("aapl2013-talib.csv");

        // When
        var computed = computed(indicator, vectors.bars()).line(line);

        // Then
        assertThat(values(computed)).containsExactly(vectors.column(column), within(TEN_DECIMALS));
    }

    @Test
    void matchesTaLibsRegressionTest_ofRsi() {
        // When
        var rsi = computed(
                        new Indicator.Rsi(14), Vectors.of("talib252-closes.csv").closes())
                .line(0);

        // Then
        assertThat(rsi.definedAt(13)).isFalse();
        assertThat(rsi.at(14)).isCloseTo(49.14, within(CUT_TO_TWO_DECIMALS));
        assertThat(rsi.at(15)).isCloseTo(52.32, within(CUT_TO_TWO_DECIMALS));
        assertThat(rsi.at(16)).isCloseTo(46.07, within(CUT_TO_TWO_DECIMALS));
        assertThat(rsi.at(251)).isCloseTo(49.63, within(CUT_TO_TWO_DECIMALS));
    }

    @Test
    void matchesTaLibsRegressionTest_ofMacd() {
        // Given
        var fourDecimals = within(5e-5);

        // When
        var macd = computed(
                new Indicator.Macd(12, 26, 9), Vectors.of("talib252-closes.csv").closes());

        // Then
        assertThat(macd.line(0).definedAt(32)).isFalse();
        assertThat(macd.line(0).at(33)).isCloseTo(-1.9738, fourDecimals);
        assertThat(macd.line(1).at(33)).isCloseTo(-2.7071, fourDecimals);
        assertThat(macd.line(2).at(33)).isCloseTo(0.7333, fourDecimals);
    }

    @Test
    void matchesTaLibsRegressionTest_ofBollingerBands() {
        // Given
        var fourDecimals = within(5e-5);

        // When
        var bands = computed(
                new Indicator.BollingerBands(20, BigDecimal.TWO),
                Vectors.of("talib252-closes.csv").closes());

        // Then
        assertThat(bands.line(0).definedAt(18)).isFalse();
        assertThat(bands.line(0).at(19)).isCloseTo(98.0734, fourDecimals);
        assertThat(bands.line(1).at(19)).isCloseTo(92.8910, fourDecimals);
        assertThat(bands.line(2).at(19)).isCloseTo(87.7086, fourDecimals);
    }

    @Test
    void matchesStockChartsExample_ofRsi() {
        // Given
        var vectors = Vectors.of("stockcharts-rsi14.csv");

        // When
        var rsi = computed(new Indicator.Rsi(14), vectors.closes()).line(0);

        // Then
        assertThat(values(rsi)).containsExactly(vectors.column("rsi14"), within(1e-4));
    }

    @ParameterizedTest
    @MethodSource("stockChartsBands")
    void matchesStockChartsExample_ofBollingerBands(int line, String column) {
        // Given
        var vectors = Vectors.of("stockcharts-bollinger20.csv");

        // When
        var bands = computed(new Indicator.BollingerBands(20, BigDecimal.TWO), vectors.closes());

        // Then
        assertThat(values(bands.line(line))).containsExactly(vectors.column(column), within(1e-5));
    }

    static Stream<Arguments> stockChartsBands() {
        return Stream.of(Arguments.of(0, "upper"), Arguments.of(1, "middle"), Arguments.of(2, "lower"));
    }

    private static IndicatorValues computed(Indicator indicator, BarSeries series) {
        return Indicators.compute(series, new IndicatorSpec(List.of(indicator)), series.size())
                .values()
                .getFirst();
    }

    private static double[] values(Line line) {
        var values = new double[line.size()];
        for (var i = 0; i < values.length; i++) {
            values[i] = line.at(i);
        }
        return values;
    }
}
