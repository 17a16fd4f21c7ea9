package io.candletrace.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.candletrace.indicator.IndicatedSeries;
import io.candletrace.indicator.IndicatorSpec;
import io.candletrace.indicator.Indicators;
import io.candletrace.market.BarSeries;
import io.candletrace.testing.SampleBars;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReadingTableTest {
    private static final IndicatorSpec EVERY_INDICATOR = IndicatorSpec.parse(Map.of(
            "SMA",
            Map.of(),
            "EMA",
            Map.of(),
            "RSI",
            Map.of(),
            "MACD",
            Map.of(),
            "Bollinger_Bands",
            Map.of(),
            "ATR",
            Map.of(),
            "SuperTrend",
            Map.of(),
            "OBV",
            Map.of(),
            "ADX",
            Map.of(),
            "Stochastic",
            Map.of()));
    private static final IndicatedSeries SERIES = series(SampleBars.wave(300));

    private static final Pattern EXAMPLES = Pattern.compile("without the word current: (RSI(?:,\\s+[\\w.]+\\w)*)\\.");

    private final ReadingTable table = ReadingTable.of(SERIES);

    @ParameterizedTest
    @CsvSource({
        "RSI, RSI, 0",
        "MACD.macd, MACD, 0",
        "MACD.signal_line, MACD, 1",
        "MACD.histogram, MACD, 2",
        "SMA.20, SMA, 0",
        "SMA.200, SMA, 2",
        "EMA.50, EMA, 1",
        "Bollinger_Bands.upper, Bollinger_Bands, 0",
        "Bollinger_Bands.lower, Bollinger_Bands, 2",
        "ATR, ATR, 0",
        "SuperTrend, SuperTrend, 0",
        "OBV, OBV, 0",
        "ADX, ADX, 0",
        "ADX.minus_di, ADX, 2",
        "Stochastic.percent_d, Stochastic, 1"
    })
    void knowsEveryValue_byTheTableAndByTheLegend(String name, String indicator, int line) {
        // Given
        var drawn = SERIES.values(indicator).orElseThrow().line(line);

        // When
        var entry = table.find(name).orElseThrow();

        // Then
        assertThat(entry.name()).isEqualTo(name);
        assertThat(entry.value().orElseThrow().doubleValue()).isCloseTo(drawn.last(), within(0.0001));
        assertThat(table.find(drawn.name())).contains(entry);
    }

    @ParameterizedTest
    @CsvSource({
        "rsi, RSI",
        "RSI(14), RSI",
        "RSI.current, RSI",
        "SMA(50), SMA.50",
        "SMA.current.50, SMA.50",
        "MACD_Histogram, MACD.histogram",
        "MACD signal, MACD.signal_line",
        "BB upper, Bollinger_Bands.upper",
        "bollinger bands upper, Bollinger_Bands.upper",
        "%K, ",
        "ATR percent of close, ATR.percent_of_close"
    })
    void forgivesSpelling(String spelled, String name) {
        assertThat(table.find(spelled).map(ReadingTable.Entry::name).orElse(null))
                .isEqualTo(name);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"RSI 9", "RSI.period", "SMA", "SMA.30", "VWAP", "MACD.fast", "RSI.reading", "close", "", " ", "."
            })
    void knowsNothingElse(String name) {
        assertThat(table.find(name)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"daily", "weekly", "monthly", "intraday"})
    void knowsTheNames_thatPromptsGiveAsExamples(String prompt) throws IOException {
        // Given
        var body = Files.readString(Path.of("src/main/resources/prompts/en/" + prompt + ".body.txt"));

        // When
        var examples = EXAMPLES.matcher(body);

        // Then
        assertThat(examples.find()).isTrue();
        assertThat(examples.group(1).split(",\\s+"))
                .hasSize(4)
                .allSatisfy(name -> assertThat(table.find(name).map(ReadingTable.Entry::name))
                        .contains(name));
    }

    @Test
    void saysThatThereIsNoValue_whereHistoryIsTooShort() {
        // When
        var young = ReadingTable.of(series(SampleBars.wave(60)));

        // Then
        assertThat(young.find("SMA.200").orElseThrow().value()).isEmpty();
        assertThat(young.find("SMA.50").orElseThrow().value()).isPresent();
    }

    @Test
    void hasNothing_whereNothingIsDrawn() {
        var bare = Indicators.compute(SampleBars.wave(60), IndicatorSpec.parse(Map.of()), 60);

        assertThat(ReadingTable.of(bare).find("RSI")).isEmpty();
    }

    @Test
    void writesValuesAsTheyAreShown() {
        assertThat(new Reading("RSI", new BigDecimal("58.300")).value()).isEqualTo(new BigDecimal("58.3"));
        assertThat(new Reading("OBV", new BigDecimal("1E+3")).value()).isEqualTo(new BigDecimal("1000"));
    }

    private static IndicatedSeries series(BarSeries bars) {
        return Indicators.compute(bars, EVERY_INDICATOR, 120);
    }
}
