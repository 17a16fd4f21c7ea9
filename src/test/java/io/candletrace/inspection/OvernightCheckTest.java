package io.candletrace.inspection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import io.candletrace.market.Bar;
import io.candletrace.market.Finding;
import io.candletrace.market.FindingCode;
import io.candletrace.market.Timeframe;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class OvernightCheckTest {
    private static final int EX_DATE = 30;
    private static final LocalDate DATE = LocalDate.of(2021, 4, 13);
    private static final List<Bar> CALM = CalmBars.daily(60);

    /** Half hours of a session of New York. */
    private static final int HALF_HOURS = 13;

    @ParameterizedTest
    @MethodSource
    void suspects(String ratio, List<Bar> bars) {
        assertThat(daily(bars)).singleElement().satisfies(finding -> {
            assertThat(finding.code()).isEqualTo(FindingCode.UNADJUSTED_SPLIT);
            assertThat(finding.sessionDate()).isEqualTo(DATE);
            assertThat(finding.detail()).endsWith("as in a " + ratio + "; nothing adjusts it");
        });
    }

    static Stream<Arguments> suspects() {
        return Stream.of(
                argumentSet("on a quiet day", "2:1 split", CalmBars.rushed(split(2, 1), EX_DATE, 0.3)),
                argumentSet("with a rush twice the ratio", "10:1 split", CalmBars.rushed(split(10, 1), EX_DATE, 2)),
                argumentSet("of three for two", "3:2 split", split(3, 2)),
                argumentSet("with a dividend in shares", "2:1 split", CalmBars.scaled(CALM, EX_DATE, 1 / 2.002, 2)),
                argumentSet("on a bad day", "20:1 split", CalmBars.scaled(CALM, EX_DATE, 0.9 / 20, 20)),
                argumentSet(
                        "of a share that hardly trades",
                        "1:10 reverse split",
                        CalmBars.scaled(CalmBars.scaled(CALM, 0, 0.01, 0.0005), EX_DATE, 10, 0.1)),
                argumentSet("of a share of six cents", "1:10 reverse split", cents()),
                argumentSet("of a coin of hundreds of units", "1:100 reverse split", split(1, 100)),
                argumentSet(
                        "without volumes", "4:1 split", CalmBars.scaled(CalmBars.scaled(CALM, 0, 1, 0), 30, 0.25, 1)),
                argumentSet("with a wrong low before", "2:1 split", CalmBars.priced(split(2, 1), 29, 100, 101, 1, 100)),
                argumentSet("where the series ends", "2:1 split", split(2, 1).subList(0, EX_DATE + 1)),
                argumentSet("where the series begins", "2:1 split", split(2, 1).subList(EX_DATE - 1, 60)),
                argumentSet("between the only two", "2:1 split", split(2, 1).subList(EX_DATE - 1, EX_DATE + 1)));
    }

    @ParameterizedTest
    @MethodSource
    void suspectsNothing(List<Bar> bars) {
        assertThat(daily(bars)).isEmpty();
    }

    static Stream<Arguments> suspectsNothing() {
        return Stream.of(
                argumentSet("in a calm market", CALM),
                argumentSet("in one bar", CALM.subList(0, 1)),
                argumentSet("in none", List.of()),
                argumentSet("when half is lost in a rush", CalmBars.rushed(jump(0.5), EX_DATE, 8)),
                argumentSet("when a third is lost in a rush", CalmBars.rushed(jump(0.667), EX_DATE, 4)),
                argumentSet("when a third is lost in a small rush", CalmBars.rushed(jump(0.667), EX_DATE, 2.5)),
                argumentSet("when a bid doubles the price", CalmBars.rushed(jump(2), EX_DATE, 20)),
                argumentSet("at a ratio that no split has", jump(0.57)),
                argumentSet("below three for two", jump(0.75)),
                argumentSet("when one open is halved", CalmBars.priced(CALM, EX_DATE, 50, 101, 50, 100)),
                argumentSet("when one close is halved", CalmBars.priced(CALM, EX_DATE, 100, 101, 50, 50)),
                argumentSet("when one bar is halved", CalmBars.priced(CALM, EX_DATE, 50, 51, 49, 50)),
                argumentSet("when two bars are halved", halved(EX_DATE, EX_DATE + 1)),
                argumentSet("where two cents become one", coarse(0.02, 0.01)),
                argumentSet("where nine cents become six", coarse(0.09, 0.06)),
                argumentSet("on a wild day that has no volume", CalmBars.priced(silent(), EX_DATE, 50, 54, 46, 49)));
    }

    @Test
    void saysByHowMuchPriceAndVolumeChange() {
        assertThat(daily(split(4, 1)))
                .containsExactly(Finding.of(
                        FindingCode.UNADJUSTED_SPLIT,
                        DATE,
                        "the price falls to 1/4.01 overnight and the volume rises 4.36 times, as in a 4:1 split; nothing"
                                + " adjusts it"));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 5, HALF_HOURS})
    void suspectsASplit_inTheFirstBarOfTheSession(int barsSeen) {
        // Given
        var bars = CalmBars.of(Timeframe.THIRTY_MINUTES, 10 * HALF_HOURS + barsSeen);

        // When
        var findings = halfHours(CalmBars.scaled(bars, 10 * HALF_HOURS, 0.5, 2));

        // Then
        assertThat(findings)
                .singleElement()
                .satisfies(finding -> assertThat(finding.opensAt()).contains(Instant.parse("2021-03-15T13:30:00Z")));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 5, HALF_HOURS})
    void suspectsNothing_whenTheSessionHasBegunInARush(int barsSeen) {
        // Given
        var bars = CalmBars.of(Timeframe.THIRTY_MINUTES, 10 * HALF_HOURS + barsSeen);

        // Then
        assertThat(halfHours(CalmBars.scaled(bars, 10 * HALF_HOURS, 0.5, 8))).isEmpty();
    }

    @Test
    void suspectsNothing_withinASession() {
        // Given
        var bars = CalmBars.of(Timeframe.THIRTY_MINUTES, 12 * HALF_HOURS);

        // Then
        assertThat(halfHours(CalmBars.scaled(bars, 10 * HALF_HOURS + 4, 0.5, 2)))
                .isEmpty();
    }

    @Test
    void tellsAnotherSecurity_afterALongPause() {
        // Given
        var bars = CalmBars.without(CalmBars.scaled(CalmBars.daily(200), 120, 8, 1), 40, 120);

        // Then
        assertThat(daily(bars))
                .containsExactly(Finding.of(
                        FindingCode.TICKER_REUSED,
                        LocalDate.of(2021, 8, 19),
                        "the price rises 7.91 times after 115 days without a bar, as that of another security"));
    }

    @Test
    void tellsAnotherSecurity_whereNoSplitIsThatLarge() {
        assertThat(CalmBars.words(daily(jump(1_000)))).containsExactly("TICKER_REUSED 2021-04-13");
    }

    @Test
    void findsThePriceUnchanged_afterALongPause() {
        assertThat(daily(CalmBars.without(CalmBars.daily(200), 40, 120))).isEmpty();
    }

    private static List<Finding> daily(List<Bar> bars) {
        return findings(Timeframe.DAILY, bars);
    }

    private static List<Finding> halfHours(List<Bar> bars) {
        return findings(Timeframe.THIRTY_MINUTES, bars);
    }

    private static List<Finding> findings(Timeframe timeframe, List<Bar> bars) {
        return new OvernightCheck(timeframe, Sessions.of(CalmBars.CALENDAR, timeframe, bars)).findings();
    }

    private static List<Bar> split(int made, int given) {
        return CalmBars.scaled(CALM, EX_DATE, (double) given / made, (double) made / given);
    }

    private static List<Bar> jump(double factor) {
        return CalmBars.scaled(CALM, EX_DATE, factor, 1);
    }

    private static List<Bar> silent() {
        return CalmBars.scaled(jump(0.5), 0, 1, 0);
    }

    private static List<Bar> halved(int from, int to) {
        return IntStream.range(0, CALM.size())
                .mapToObj(i -> i < from || i > to ? CALM.get(i) : CalmBars.scaled(CALM.get(i), 0.5, 1))
                .toList();
    }

    private static List<Bar> cents() {
        return IntStream.range(0, 60)
                .mapToObj(i -> flat(i, i < EX_DATE ? 0.06 : 0.61, i < EX_DATE ? 1 : 0.1))
                .toList();
    }

    private static List<Bar> coarse(double before, double after) {
        return IntStream.range(0, 60)
                .mapToObj(i -> flat(i, i < EX_DATE ? before : after, 1))
                .toList();
    }

    private static Bar flat(int index, double price, double volume) {
        var scaled = CalmBars.scaled(CALM.get(index), 1, volume);
        return CalmBars.priced(List.of(scaled), 0, price, price, price, price).getFirst();
    }
}
