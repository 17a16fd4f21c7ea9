package io.candletrace.indicator;

import static org.assertj.core.api.Assertions.assertThat;

import io.candletrace.lineage.CanonicalJson;
import io.candletrace.market.BarSeries;
import io.candletrace.market.Timeframe;
import io.candletrace.testing.SampleBars;
import io.candletrace.testing.Vectors;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class IndicatorReadingsTest {
    private static final BarSeries APPLE = Vectors.of("aapl2013-talib.csv").bars();

    @Test
    void saysRsiAndMacd_inTheShapesThatUsersKnow() {
        // When
        var metadata = metadata(APPLE, Map.of("RSI", Map.of(), "MACD", Map.of()));

        // Then
        assertThat(metadata)
                .hasToString(
                        "{RSI={period=14, current=56.5202, reading=neutral},"
                                + " MACD={fast=12, slow=26, macd=6.3403, signal_line=7.7311, histogram=-1.3908, signal=bearish}}");
    }

    @Test
    void saysTheOthers() {
        // When
        var metadata = metadata(
                APPLE,
                Map.of(
                        "SMA", Map.of("periods", List.of(20, 50)),
                        "EMA", Map.of("periods", List.of(12)),
                        "Bollinger_Bands", Map.of(),
                        "ATR", Map.of(),
                        "OBV", Map.of()));

        // Then
        assertThat(metadata)
                .hasToString("{SMA={periods=[20, 50], current={20=560.079, 50=539.2672}, reading=above},"
                        + " EMA={periods=[12], current={12=558.4052}, reading=above},"
                        + " Bollinger_Bands={period=20, std=2, upper=573.6294, middle=560.079, lower=546.5286, reading=inside},"
                        + " ATR={period=14, current=8.8454, percent_of_close=1.5767, reading=normal},"
                        + " OBV={anchor=2013-10-07, current=53170700, reading=falling}}");
    }

    @Test
    void saysTheStrengthOfATrend_andThePlaceOfTheClose() {
        // When
        var metadata = metadata(APPLE, Map.of("ADX", Map.of(), "Stochastic", Map.of()));

        // Then
        assertThat(metadata)
                .hasToString("{ADX={period=14, current=23.6964, plus_di=26.5192, minus_di=23.5993, reading=ranging},"
                        + " Stochastic={k=14, smooth=3, d=3, percent_k=59.6836, percent_d=65.1653, reading=neutral}}");
    }

    @Test
    void saysWhichDirectionHasATrend_onlyOnceThereIsOne() {
        assertThat(word(SampleBars.rising(60), "ADX", "reading")).isEqualTo("trending_up");
        assertThat(word(SampleBars.falling(60), "ADX", "reading")).isEqualTo("trending_down");
        assertThat(word(SampleBars.daily(60, i -> 100 + 10 * Math.sin(i)), "ADX", "reading"))
                .isEqualTo("ranging");
        assertThat(word(SampleBars.flat(60), "ADX", "reading")).isEqualTo("ranging");
        assertThat(word(SampleBars.rising(27), "ADX", "reading")).isEqualTo("insufficient_history");
    }

    @Test
    void namesTheSideOfTheStochastic_onlyBeyondItsGuides() {
        assertThat(word(SampleBars.rising(60), "Stochastic", "reading")).isEqualTo("overbought");
        assertThat(word(SampleBars.falling(60), "Stochastic", "reading")).isEqualTo("oversold");
        assertThat(word(SampleBars.rising(17), "Stochastic", "reading")).isEqualTo("insufficient_history");
        assertThat(word(closing(80), "Stochastic", "reading")).isEqualTo("neutral");
        assertThat(word(closing(81), "Stochastic", "reading")).isEqualTo("overbought");
        assertThat(word(closing(20), "Stochastic", "reading")).isEqualTo("neutral");
        assertThat(word(closing(19), "Stochastic", "reading")).isEqualTo("oversold");
    }

    @Test
    void saysWhatLacksHistory_insteadOfFailing() {
        // When
        var metadata = metadata(
                SampleBars.rising(15),
                Map.of("MACD", Map.of(), "SMA", Map.of("periods", List.of(10, 200)), "RSI", Map.of("period", 15)));

        // Then
        assertThat(metadata)
                .hasToString(
                        "{RSI={period=15, current=null, reading=insufficient_history, status=insufficient_history},"
                                + " MACD={fast=12, slow=26, macd=null, signal_line=null, histogram=null,"
                                + " signal=insufficient_history, status=insufficient_history},"
                                + " SMA={periods=[10, 200], current={10=109.5, 200=null}, reading=above, status=insufficient_history}}");
    }

    @Test
    void canBeWrittenAsCanonicalJson_evenWithoutHistory() {
        assertThat(CanonicalJson.write(metadata(SampleBars.flat(1), Map.of("ATR", Map.of()))))
                .isEqualTo("{\"ATR\":{\"current\":null,\"percent_of_close\":null,\"period\":14,"
                        + "\"reading\":\"insufficient_history\",\"status\":\"insufficient_history\"}}");
    }

    @Test
    void namesTheSide() {
        assertThat(word(SampleBars.rising(60), "RSI", "reading")).isEqualTo("overbought");
        assertThat(word(SampleBars.falling(60), "RSI", "reading")).isEqualTo("oversold");
        assertThat(word(SampleBars.falling(60), "SMA", "reading")).isEqualTo("below");
        assertThat(word(SampleBars.flat(60), "SMA", "reading")).isEqualTo("mixed");
        assertThat(word(SampleBars.flat(60), "MACD", "signal")).isEqualTo("neutral");
        assertThat(word(SampleBars.flat(60), "OBV", "reading")).isEqualTo("flat");
        assertThat(word(SampleBars.rising(60), "OBV", "reading")).isEqualTo("rising");
        assertThat(word(endingWith(130), "Bollinger_Bands", "reading")).isEqualTo("above_upper");
        assertThat(word(endingWith(70), "Bollinger_Bands", "reading")).isEqualTo("below_lower");
        assertThat(word(endingWith(130), "ATR", "reading")).isEqualTo("volatile");
        assertThat(word(SampleBars.daily(100, i -> i < 70 ? 100 + 5 * (i % 2) : 100), "ATR", "reading"))
                .isEqualTo("quiet");
        assertThat(word(SampleBars.rising(60), "SuperTrend", "reading")).isEqualTo("bullish");
        assertThat(word(SampleBars.falling(60), "SuperTrend", "reading")).isEqualTo("bearish");
    }

    @Test
    void keepsTheDigitsOfACheapInstrument() {
        // Given
        var coin = SampleBars.of(SampleBars.instrument("0.00000001"), Timeframe.DAILY, 30, i -> 1 + 0.000_001 * i);

        // When
        var metadata = metadata(coin, Map.of("SMA", Map.of("periods", List.of(20))));

        // Then
        assertThat(metadata).hasToString("{SMA={periods=[20], current={20=1.0000195}, reading=above}}");
    }

    /** Bars that all reach from 0.01 to 100.01 and close this far above their low. */
    private static BarSeries closing(double aboveLow) {
        var rows = new double[60][];
        Arrays.fill(rows, new double[] {100.01, 0.01, 0.01 + aboveLow});
        return SampleBars.ofHighLowClose(rows);
    }

    private static BarSeries endingWith(double last) {
        return SampleBars.daily(60, i -> i == 59 ? last : 100 + i % 2);
    }

    private static String word(BarSeries series, String key, String word) {
        var parameters = key.equals("SMA") ? Map.of("periods", List.of(20)) : Map.of();
        return metadata(series, Map.of(key, parameters)).get(key) instanceof Map<?, ?> entry
                ? String.valueOf(entry.get(word))
                : "no " + key;
    }

    private static Map<String, Object> metadata(BarSeries series, Map<String, ?> spec) {
        return Indicators.compute(series, IndicatorSpec.parse(spec), 60).metadata();
    }
}
