package io.candletrace.analysis.claim;

import static org.assertj.core.api.Assertions.assertThat;

import io.candletrace.analysis.Claim;
import io.candletrace.analysis.Claim.Kind;
import io.candletrace.analysis.Claim.Result;
import io.candletrace.analysis.Reading;
import io.candletrace.analysis.ReadingTable;
import io.candletrace.indicator.IndicatedSeries;
import io.candletrace.indicator.IndicatorSpec;
import io.candletrace.indicator.Indicators;
import io.candletrace.market.BarSeries;
import io.candletrace.testing.SampleBars;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Quoted values against the table of a daily series. */
class ReadingClaimsTest {
    private static final IndicatorSpec SPEC = IndicatorSpec.parse(Map.of(
            "RSI", Map.of(),
            "MACD", Map.of(),
            "SMA", Map.of("periods", List.of(20, 50, 200)),
            "EMA", Map.of("periods", List.of(20)),
            "Bollinger_Bands", Map.of(),
            "ATR", Map.of()));
    private static final IndicatedSeries DAILY = indicated(SampleBars.wave(310));
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([^}]+)}");

    /** The table's value times a factor. */
    @ParameterizedTest
    @CsvSource({
        "SMA.50, 1, PASSED",
        "SMA.50, 1.0099, PASSED",
        "SMA.50, 0.9901, PASSED",
        "SMA.50, 1.02, FAILED",
        "SMA.50, 0.98, FAILED",
        "SMA.50, -1, FAILED",
        "RSI, 1, PASSED",
        "RSI(14), 1, PASSED",
        "RSI, 1.1, FAILED",
        "MACD.histogram, 1, PASSED",
        "ATR.percent_of_close, 1, PASSED",
        "RSI 9, 1, UNVERIFIED",
        "VWAP, 1, UNVERIFIED",
        "SMA, 1, UNVERIFIED"
    })
    void comparesWithTheTable(String name, BigDecimal factor, Result result) {
        // Given
        var known = table().find(name).flatMap(ReadingTable.Entry::value).orElse(BigDecimal.TEN);
        var quoted = known.setScale(4, RoundingMode.HALF_EVEN).multiply(factor);

        // Then
        assertThat(claim(name, quoted)).isEqualTo(result);
    }

    @ParameterizedTest
    @CsvSource({
        "58.3, 58, PASSED",
        "58.9, 58, PASSED",
        "58.9, 60, FAILED",
        "58.34, 58.3, PASSED",
        "0.0213, 0.02, PASSED",
        "0.0213, 0.03, PASSED",
        "0.0213, 0.04, FAILED",
        "-0.4512, -0.45, PASSED",
        "-0.4512, 0.45, FAILED",
        "0.4512, 0.5, PASSED",
        "0.4512, 0.6, FAILED",
        "152.5, 154, PASSED",
        "152.5, 154.1, FAILED",
        "1234567, 1230000, PASSED"
    })
    void allowsOnePercent_orOneInTheLastDecimalShown(BigDecimal computed, BigDecimal quoted, Result result) {
        // Given
        var entry = new ReadingTable.Entry("X", Optional.of(computed));

        // Then
        assertThat(ReadingClaims.claim("", entry, quoted).result()).isEqualTo(result);
    }

    @Test
    void callsAValueWrong_thatTheTableDoesNotHave() {
        // Given
        var young = ReadingTable.of(indicated(SampleBars.wave(60)));
        var reading = new Reading("SMA.200", new BigDecimal("100"));

        // When
        var claims = new ReadingClaims(young).of(List.of(reading));

        // Then
        assertThat(claims)
                .containsExactly(new Claim(
                        Kind.READING,
                        "readings[0] SMA.200",
                        "no value of SMA.200: the history is too short",
                        "100",
                        Result.FAILED));
    }

    private static Result claim(String name, BigDecimal value) {
        return new ReadingClaims(table())
                .of(List.of(new Reading(name, value)))
                .getFirst()
                .result();
    }

    private static ReadingTable table() {
        return ReadingTable.of(DAILY);
    }

    private static IndicatedSeries indicated(BarSeries series) {
        return Indicators.compute(series, SPEC, 120);
    }
}
