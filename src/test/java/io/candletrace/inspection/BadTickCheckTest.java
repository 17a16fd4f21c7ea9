package io.candletrace.inspection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import io.candletrace.market.Bar;
import io.candletrace.market.Finding;
import io.candletrace.market.Timeframe;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class BadTickCheckTest {
    private static final int LAST = 39;
    private static final List<Bar> CALM = CalmBars.daily(LAST + 1);

    @ParameterizedTest
    @MethodSource
    void names(String prices, List<Bar> bars) {
        assertThat(findings(bars))
                .extracting(Finding::detail)
                .singleElement()
                .satisfies(detail -> assertThat(detail)
                        .startsWith(prices + " should be from ")
                        .contains(" like the bars before and after, w"));
    }

    static Stream<Arguments> names() {
        return Stream.of(
                argumentSet("a lost digit", "low", CalmBars.priced(CALM, 20, 100, 101, 10.1, 100)),
                argumentSet("a high", "high", CalmBars.priced(CALM, 20, 100, 120, 99, 100)),
                argumentSet("a doubled open", "open and high", CalmBars.priced(CALM, 20, 200, 200, 99, 100)),
                argumentSet("a low open", "open and low", CalmBars.priced(CALM, 20, 89, 101, 89, 100)),
                argumentSet("a wrong end", "low and close", CalmBars.priced(CALM, 20, 100, 101, 0.01, 75)),
                argumentSet(
                        "a bar in another currency",
                        "open and high and low and close",
                        CalmBars.priced(CALM, 20, 80, 81, 79, 80)),
                argumentSet("a low at the end", "low", CalmBars.priced(CALM, LAST, 100, 101, 50, 100)),
                argumentSet("an open at the end", "open and high", CalmBars.priced(CALM, LAST, 200, 200, 99, 100)),
                argumentSet("a high at the beginning", "high", CalmBars.priced(CALM, 0, 100, 200, 99, 100)));
    }

    @Test
    void saysWhatWasExpected() {
        // Given
        var bars = CalmBars.priced(CALM, 19, 100, 101, 97.5, 100);
        bars = CalmBars.priced(bars, 20, 159.58, 159.58, 99, 100);
        bars = CalmBars.priced(bars, 21, 100, 102.25, 99, 100);

        // Then
        assertThat(findings(bars))
                .extracting(Finding::detail)
                .containsExactly(
                        "open and high should be from 97.5 to 102.25 like the bars before and after, were 159.58"
                                + " and 159.58");
    }

    @ParameterizedTest
    @MethodSource
    void findsBoth(List<Bar> bars) {
        assertThat(CalmBars.words(findings(bars))).containsExactly("BAD_TICK 2021-03-29", "BAD_TICK 2021-03-30");
    }

    static Stream<Arguments> findsBoth() {
        return Stream.of(
                argumentSet("lows in a row", both(100, 101, 10, 100)),
                argumentSet("opens in a row", both(200, 200, 99, 100)),
                argumentSet("closes in a row", both(100, 101, 70, 70)));
    }

    @ParameterizedTest
    @MethodSource
    void findsNone(List<Bar> bars) {
        assertThat(findings(bars)).isEmpty();
    }

    static Stream<Arguments> findsNone() {
        return Stream.of(
                argumentSet("in a calm market", CALM),
                argumentSet("in a flash crash of 9 %", CalmBars.priced(CALM, 20, 100, 101, 91, 99)),
                argumentSet("in a crash that lasts", CalmBars.scaled(CALM, 20, 0.6, 8)),
                argumentSet("on the day of a split", CalmBars.scaled(CALM, 20, 0.1, 10)),
                argumentSet("where a split ends the series", CalmBars.scaled(CALM, LAST, 0.1, 10)),
                argumentSet("in a close that nothing follows", CalmBars.priced(CALM, LAST, 100, 101, 70, 70)),
                argumentSet("in an open that nothing precedes", CalmBars.priced(CALM, 0, 130, 130, 99, 100)),
                argumentSet(
                        "among too few",
                        CalmBars.priced(CALM, 2, 100, 101, 10, 100).subList(0, 5)),
                argumentSet(
                        "where it always is wild",
                        CALM.stream().map(BadTickCheckTest::wild).toList()),
                argumentSet("in cents that jump by a third", CalmBars.scaled(CALM, 0, 0.0002, 1)));
    }

    private static List<Finding> findings(List<Bar> bars) {
        return new BadTickCheck(Timeframe.DAILY, bars).findings();
    }

    private static List<Bar> both(double... prices) {
        return CalmBars.priced(CalmBars.priced(CALM, 20, prices), 21, prices);
    }

    private static Bar wild(Bar bar) {
        return CalmBars.priced(List.of(bar), 0, 100, bar.sessionDate().getDayOfMonth() % 9 == 0 ? 160 : 110, 90, 100)
                .getFirst();
    }
}
