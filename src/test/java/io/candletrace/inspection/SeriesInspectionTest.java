package io.candletrace.inspection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import io.candletrace.market.Bar;
import io.candletrace.market.Finding;
import io.candletrace.market.FindingCode;
import io.candletrace.market.Timeframe;
import io.candletrace.market.TradingCalendars;
import io.candletrace.testing.SharedBars;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SeriesInspectionTest {
    private static final int DAYS_OF_MINUTES = 30;

    /**
     * The splits are the companies' and the fund's own. Each wrong tick is a day of ordinary volume that closed where it opened:
     * digits are missing from four lows, and an index fund cannot leave an index that moved by less than three percent.
     */
    @ParameterizedTest
    @MethodSource
    void findsInTheSharedBarsOf(String symbol, List<String> expected) {
        assumeThat(SharedBars.present()).isTrue();

        // When
        var findings = findings(SharedBars.daily(symbol).bars());

        // Then
        assertThat(CalmBars.words(findings))
                .filteredOn(words -> !words.startsWith("GAP"))
                .containsExactlyInAnyOrderElementsOf(expected);
    }

    static Stream<Arguments> findsInTheSharedBarsOf() {
        return Stream.of(
                of(
                        "AAPL",
                        "UNADJUSTED_SPLIT 2000-06-21",
                        "UNADJUSTED_SPLIT 2005-02-28",
                        "BAD_TICK 2009-09-21",
                        "BAD_TICK 2010-08-31",
                        "BAD_TICK 2011-01-03",
                        "UNADJUSTED_SPLIT 2014-06-09",
                        "UNADJUSTED_SPLIT 2020-08-31"),
                of(
                        "BAC",
                        "BAD_TICK 1998-04-24",
                        "BAD_TICK 2000-02-29",
                        "BAD_TICK 2001-11-12",
                        "BAD_TICK 2001-12-12",
                        "UNADJUSTED_SPLIT 2004-08-30",
                        "BAD_TICK 2004-09-14",
                        "BAD_TICK 2006-03-30"),
                of("GOOG", "BAD_TICK 2007-12-18", "BAD_TICK 2008-09-30", "UNADJUSTED_SPLIT 2014-04-03"),
                of(
                        "IBM",
                        "UNADJUSTED_SPLIT 1999-05-27",
                        "BAD_TICK 2002-08-26",
                        "BAD_TICK 2002-11-07",
                        "BAD_TICK 2002-12-23",
                        "BAD_TICK 2004-07-16"),
                of(
                        "SPY",
                        "BAD_TICK 2000-12-18",
                        "BAD_TICK 2002-04-02",
                        "BAD_TICK 2002-06-06",
                        "BAD_TICK 2003-09-05",
                        "BAD_TICK 2004-12-20",
                        "BAD_TICK 2005-09-06"),
                of("USO", "TICKER_REUSED 2006-04-10", "UNADJUSTED_SPLIT 2020-04-29"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "GOOG | 2008-09-30 | low and close should be from 380.72 to 437.16 like the bars before and after, were 0.01 and 294.57",
                "IBM | 2002-12-23 | open and high should be from 78.26 to 81 like the bars before and after, were 159.58 and 159.58",
                "AAPL | 2014-06-09 | the price falls to 1/6.96 overnight and the volume rises 7.16 times, as in a 7:1 split; nothing adjusts it",
                "USO | 2020-04-29 | the price rises 8.46 times overnight and the volume falls to 1/8.77, as in a 1:8 reverse split; nothing adjusts it",
                "USO | 2006-04-10 | the price rises 1140 times after 2658 days without a bar, as that of another security"
            })
    void saysOfTheSharedBarsOf(String symbol, LocalDate date, String detail) {
        assumeThat(SharedBars.present()).isTrue();

        // When
        var findings = findings(SharedBars.daily(symbol).bars());

        // Then
        assertThat(findings)
                .filteredOn(finding -> finding.sessionDate().equals(date) && finding.code() != FindingCode.GAP)
                .extracting(Finding::detail)
                .containsExactly(detail);
    }

    @ParameterizedTest
    @CsvSource({
        "AAPL, 2000-06-21",
        "AAPL, 2005-02-28",
        "AAPL, 2014-06-09",
        "AAPL, 2020-08-31",
        "BAC, 2004-08-30",
        "GOOG, 2014-04-03",
        "IBM, 1999-05-27",
        "USO, 2020-04-29"
    })
    void findsTheSplit_howeverLittleIsSeenAroundIt(String symbol, LocalDate date) {
        assumeThat(SharedBars.present()).isTrue();

        // When
        var found = windows(symbol, date)
                .map(window -> CalmBars.words(breaks(window)))
                .distinct();

        // Then
        assertThat(found).containsExactly(List.of("UNADJUSTED_SPLIT " + date));
    }

    @Test
    void findsNoSplitInTheCrashOfAShare_howeverLittleIsSeenAroundIt() {
        assumeThat(SharedBars.present()).isTrue();

        // When
        var windows = windows("AAPL", LocalDate.of(2000, 9, 29));

        // Then
        assertThat(windows.flatMap(window -> breaks(window).stream())).isEmpty();
    }

    @Test
    void findsEveryKind_oneAfterTheOther() {
        // Given
        var split = CalmBars.scaled(CalmBars.daily(60), 30, 0.5, 2);
        var bars = CalmBars.without(CalmBars.priced(split, 50, 50, 51, 49, 52), 29, 30);

        // When
        var findings = findings(CalmBars.priced(bars, 10, 100, 101, 10, 100));

        // Then
        assertThat(CalmBars.words(findings))
                .containsExactly(
                        "OHLC_INCONSISTENT 2021-05-11",
                        "GAP 2021-04-13",
                        "BAD_TICK 2021-03-15",
                        "UNADJUSTED_SPLIT 2021-04-13");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2})
    void findsNothing_inVeryFewBars(int bars) {
        assertThat(findings(CalmBars.daily(bars))).isEmpty();
    }

    /** The smallest price there can be, once and twice, around the clock: fractions of a coin. */
    @Test
    void findsNothing_inThePricesOfTheCheapestCoin() {
        // Given
        var bars = IntStream.range(0, 100)
                .mapToObj(day -> coin(day, 1 + (day / 7) % 2, 1 + day % 3))
                .toList();

        // Then
        assertThat(new SeriesInspection(TradingCalendars.ALWAYS_OPEN, Timeframe.DAILY, bars).findings())
                .isEmpty();
    }

    @Test
    @Timeout(20)
    void isDoneSoon_withMinutesOfWhichEveryOneJumps() {
        // Given
        var minutes = IntStream.range(0, DAYS_OF_MINUTES * 24 * 60)
                .mapToObj(SeriesInspectionTest::minute)
                .toList();
        var inspection = new SeriesInspection(TradingCalendars.ALWAYS_OPEN, Timeframe.ONE_MINUTE, minutes);

        // Then
        assertThatNoException().isThrownBy(inspection::findings);
    }

    private static List<Finding> findings(List<Bar> bars) {
        return new SeriesInspection(CalmBars.CALENDAR, Timeframe.DAILY, bars).findings();
    }

    private static List<Finding> breaks(List<Bar> bars) {
        var breaks = EnumSet.of(FindingCode.UNADJUSTED_SPLIT, FindingCode.TICKER_REUSED);
        return findings(bars).stream()
                .filter(finding -> breaks.contains(finding.code()))
                .toList();
    }

    private static Stream<List<Bar>> windows(String symbol, LocalDate date) {
        var bars = SharedBars.daily(symbol).bars();
        int day = bars.stream().map(Bar::sessionDate).toList().indexOf(date);
        return IntStream.of(1, 2, 5, 20, 60)
                .boxed()
                .flatMap(before -> IntStream.of(0, 1, 2, 5, 20, 60)
                        .mapToObj(after -> bars.subList(day - before, day + 1 + after)));
    }

    private static Arguments of(String symbol, String... expected) {
        return argumentSet(symbol, symbol, List.of(expected));
    }

    private static Bar coin(int day, int price, int volume) {
        var opensAt = Instant.parse("2021-03-01T00:00:00Z").plus(Duration.ofDays(day));
        return bar(opensAt, Duration.ofDays(1), BigDecimal.valueOf(price, 8), BigDecimal.valueOf(volume, 8));
    }

    private static Bar minute(int minute) {
        var opensAt = Instant.parse("2021-03-01T00:00:00Z").plus(Duration.ofMinutes(minute));
        var price = BigDecimal.valueOf(minute % 2 == 0 ? 10_000 : 15_000 + minute % 1_000, 2);
        return bar(opensAt, Duration.ofMinutes(1), price, BigDecimal.ONE);
    }

    private static Bar bar(Instant opensAt, Duration length, BigDecimal price, BigDecimal volume) {
        return new Bar(
                LocalDate.ofInstant(opensAt, ZoneOffset.UTC),
                opensAt,
                opensAt.plus(length),
                price,
                price,
                price,
                price,
                volume);
    }
}
