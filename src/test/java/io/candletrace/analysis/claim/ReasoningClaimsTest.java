package io.candletrace.analysis.claim;

import static org.assertj.core.api.Assertions.assertThat;

import io.candletrace.analysis.Claim;
import io.candletrace.analysis.Claim.Result;
import io.candletrace.analysis.Reading;
import io.candletrace.analysis.ReadingTable;
import io.candletrace.indicator.IndicatedSeries;
import io.candletrace.indicator.IndicatorSpec;
import io.candletrace.indicator.Indicators;
import io.candletrace.testing.SampleBars;
import io.candletrace.testing.SampleVerdicts;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the reasoning about a daily series quotes in prose, and what of it is left alone. */
class ReasoningClaimsTest {
    private static final IndicatorSpec SPEC = IndicatorSpec.parse(Map.of(
            "RSI", Map.of(),
            "MACD", Map.of(),
            "SMA", Map.of("periods", List.of(20, 50, 200)),
            "EMA", Map.of("periods", List.of(20)),
            "Bollinger_Bands", Map.of(),
            "ATR", Map.of(),
            "ADX", Map.of()));
    private static final IndicatedSeries DAILY = Indicators.compute(SampleBars.wave(310), SPEC, 120);
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([^}]+)}");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "RSI(14) at {RSI}.",
                "RSI (14) at {RSI}, neutral.",
                "RSI is {RSI}",
                "The RSI is currently at {RSI} and rising.",
                "RSI of {RSI} (neutral) supports this.",
                "With RSI at {RSI}, momentum is even",
                "RSI: {RSI}; nothing else.",
                "RSI 14 at {RSI} above 20.",
                "The 14-day RSI reads {RSI} while volume fades.",
                "On the daily chart RSI(14) stands at {RSI}!",
                "Momentum is flat.\nRSI at {RSI}",
                "MACD histogram of {MACD.histogram}.",
                "MACD's signal line is {MACD.signal_line}, its histogram is not.",
                "MACD line at {MACD.macd}.",
                "The 50-day SMA at {SMA.50}.",
                "SMA 50 at ${SMA.50}.",
                "SMA(200) is {SMA.200}.",
                "20-period EMA at {EMA.20}.",
                "ATR(14) is {ATR}.",
                "ADX at {ADX} shows no trend.",
                "The upper Bollinger Band at {Bollinger_Bands.upper}."
            })
    void recognisesTheUsualForms(String sentence) {
        assertThat(prose(filled(sentence, "1"))).extracting(Claim::result).containsExactly(Result.PASSED);
        assertThat(prose(filled(sentence, "3"))).extracting(Claim::result).containsExactly(Result.FAILED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "If RSI is 99, it is overbought.",
                "RSI was at 99.",
                "RSI at 99 would be overbought.",
                "RSI at or above 99 confirms.",
                "RSI at 99% of its range.",
                "RSI at 99-100.",
                "RSI above 99.",
                "RSI fell from 99 to 40.",
                "RSI is not at 99.",
                "RSI isn't strong: RSI at 99.",
                "Weekly RSI is 99.",
                "RSI on the weekly chart is at 99.",
                "The sector's RSI is 99.",
                "Stochastic RSI at 99.",
                "RSI(9) at 99.",
                "The 9-day RSI is 99.",
                "9-session RSI at 99.",
                "RSI at 99 last week.",
                "Wait until RSI is 99.",
                "RSI is 5 points higher.",
                "RSI at 99.5.1",
                "RSI at 9,9",
                "RSI at 30 and 70 marks the extremes.",
                "MACD at 99.",
                "MACD(12,26,9) histogram of 99.",
                "SMA at 999.",
                "50-week SMA at 999.",
                "200-hour EMA at 999.",
                "30-day EMA at 999.",
                "20- to 50-day SMA",
                "moving average at 999.",
                "ATR of 99 %.",
                "OBV at 99.",
                "Price above resistance at 142.",
                "RSIs at 99.",
                "Target: RSI at 99."
            })
    void leavesAlone_whatItIsNotSureAbout(String sentence) {
        assertThat(prose(sentence)).isEmpty();
    }

    /** The wave is at 100 on its way down, between averages around 100. */
    @ParameterizedTest
    @CsvSource({
        "The price is above the 200-day SMA., SMA, 200, 1",
        "Price sits well below its 200-day SMA and weakens., SMA, 200, -1",
        "price above the SMA(50)., SMA, 50, 1",
        "The last close is above the EMA 20., EMA, 20, 1",
        "Price remains below the falling 30-day SMA., SMA, 30, -1"
    })
    void seesWhereThePriceIs_againstAnAverage(String sentence, String kind, int period, int side) {
        // Given
        var average = new MovingAverage(kind, period).value(DAILY).orElseThrow();
        var expected = DAILY.series().last().close().compareTo(average) == side;

        // Then
        assertThat(prose(sentence)).extracting(Claim::result).containsExactly(expected ? Result.PASSED : Result.FAILED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "A close above the 200-day SMA would confirm.",
                "Price above the 200-day SMA is needed, wait for it.",
                "Buy if price is above the 200-day SMA.",
                "Price is not above the 200-day SMA.",
                "Price was above the 200-day SMA.",
                "Price above the 200-week SMA.",
                "Price above the 999-day SMA.",
                "Price above the 20- and 50-day averages.",
                "The market is above the 200-day SMA.",
                "Price below the 1-day SMA."
            })
    void leavesPositionsAlone_thatMayBeOthers(String sentence) {
        assertThat(prose(sentence)).isEmpty();
    }

    @Test
    void countsNothingTwice() {
        // Given
        var quoted = List.of(new Reading("RSI", new BigDecimal("99")));

        // When
        var claims = prose("RSI(14) at 99. RSI is 99. RSI is 99.", quoted);

        // Then
        assertThat(claims).isEmpty();
        assertThat(prose("RSI is 99. RSI is 99.", List.of())).hasSize(1);
    }

    @Test
    void readsLongReasoning_atOnce() {
        // Given
        var blanks = "RSI " + " ".repeat(9_000) + "at";
        var words = "price is well well ".repeat(500);
        var quotes = "RSI at 1,".repeat(1_000);

        // Then
        assertThat(prose(blanks)).isEmpty();
        assertThat(prose(words)).isEmpty();
        assertThat(prose(quotes)).hasSizeLessThanOrEqualTo(20);
    }

    private static List<Claim> prose(String reasoning) {
        return prose(reasoning, List.of());
    }

    private static List<Claim> prose(String reasoning, List<Reading> readings) {
        return new ReasoningClaims(Ground.of(DAILY)).of(SampleVerdicts.quoting(readings, reasoning));
    }

    /** The placeholders filled with the table's values, times a factor. */
    private static String filled(String sentence, String factor) {
        return PLACEHOLDER.matcher(sentence).replaceAll(match -> {
            var value = ReadingTable.of(DAILY)
                    .find(match.group(1))
                    .orElseThrow()
                    .value()
                    .orElseThrow();
            return value.multiply(new BigDecimal(factor)).toPlainString();
        });
    }
}
