package io.candletrace.indicator;

import static org.assertj.core.api.Assertions.assertThat;

import io.candletrace.lineage.CanonicalJson;
import io.candletrace.market.BarSeries;
import io.candletrace.market.Timeframe;
import io.candletrace.testing.SampleBars;
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
