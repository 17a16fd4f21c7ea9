package io.candletrace.inspection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import io.candletrace.inspection.Candidate.Opening;
import io.candletrace.market.Bar;
import io.candletrace.market.FindingCode;
import io.candletrace.market.Session;
import io.candletrace.market.Timeframe;
import io.candletrace.market.TradingCalendars;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class FiguresTest {
    private static final LocalDate DATE = LocalDate.of(2021, 3, 31);
    private static final Session SESSION = TradingCalendars.XNYS.session(DATE).orElseThrow();

    @ParameterizedTest
    @MethodSource
    void finds(FindingCode code, String detail, List<String> numbers) {
        assertThat(figures(numbers).fault()).hasValueSatisfying(finding -> {
            assertThat(finding.code()).isEqualTo(code);
            assertThat(finding.sessionDate()).isEqualTo(DATE);
            assertThat(finding.detail()).isEqualTo("line 7: " + detail);
        });
    }

    static Stream<Arguments> finds() {
        return Stream.of(
                notANumber("nothing", "close", ""),
                notANumber("a word", "close", "null"),
                notANumber("a NaN", "close", "NaN"),
                notANumber("an exponent", "close", "1e9"),
                notANumber("a thousands separator", "close", "1,000"),
                notANumber("Arabic digits", "close", "\u0661\u0662"),
                notANumber("more digits than a column has", "close", "12345678901"),
                close(
                        "nine decimals",
                        FindingCode.NOT_A_NUMBER,
                        "close has at most 8 decimals, was 1.123456789",
                        "1.123456789"),
                close("a zero", FindingCode.ZERO_PRICE, "close must be positive, was 0.00", "0.00"),
                close("a negative zero", FindingCode.ZERO_PRICE, "close must be positive, was -0", "-0"),
                close("a negative price", FindingCode.NEGATIVE, "close must be positive, was -10", "-10"),
                faulty(
                        "a negative volume",
                        FindingCode.NEGATIVE,
                        "volume must not be negative, was -1",
                        List.of("10", "12", "9", "11", "-1")),
                faulty(
                        "a range upside down",
                        FindingCode.HIGH_BELOW_LOW,
                        "high must not be below low, was 9 < 12",
                        List.of("10", "9", "12", "11", "1000")),
                faulty(
                        "the first of several",
                        FindingCode.ZERO_PRICE,
                        "open must be positive, was 0",
                        List.of("0", "-1", "x", "", "")));
    }

    @Test
    void readsPlainNumbers_withOrWithoutSignSpaceAndZeros() {
        // Given
        var figures = figures(List.of(" +10 ", "12.", "9.500000000000", "0011", "0.00000001"));

        // Then
        assertThat(figures.fault()).isEmpty();
        assertThat(figures.bar())
                .isEqualTo(new Bar(
                        DATE,
                        SESSION.opensAt(),
                        SESSION.closesAt(),
                        new BigDecimal("10"),
                        new BigDecimal("12"),
                        new BigDecimal("9.5"),
                        new BigDecimal("11"),
                        new BigDecimal("0.00000001")));
    }

    private static Arguments notANumber(String name, String field, String text) {
        return close(
                name, FindingCode.NOT_A_NUMBER, field + " should be a plain decimal number, was '" + text + "'", text);
    }

    private static Arguments close(String name, FindingCode code, String detail, String close) {
        return faulty(name, code, detail, List.of("10", "12", "9", close, "1000"));
    }

    private static Arguments faulty(String name, FindingCode code, String detail, List<String> numbers) {
        return argumentSet(name, code, detail, numbers);
    }

    private static Figures figures(List<String> numbers) {
        var candidate = new Candidate(
                "line 7",
                new Opening.On(DATE),
                numbers.get(0),
                numbers.get(1),
                numbers.get(2),
                numbers.get(3),
                numbers.get(4));
        return new Figures(candidate, SESSION, Timeframe.DAILY);
    }
}
