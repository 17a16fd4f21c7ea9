package io.candletrace.inspection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import io.candletrace.market.Bar;
import io.candletrace.market.Finding;
import io.candletrace.market.FindingCode;
import io.candletrace.market.Timeframe;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class StaleCheckTest {
    @Test
    void findsTheFirstRepetition_ofFiveBars() {
        // Given
        var bars = repeated(Timeframe.DAILY, 2, 5, "101", "700");

        // Then
        assertThat(findings(Timeframe.DAILY, bars))
                .containsExactly(Finding.of(
                        FindingCode.STALE,
                        LocalDate.of(2021, 3, 4),
                        "prices should move, but 5 bars in a row have open 100, high 101, low 100 and close 100, and no"
                                + " volume of their own"));
    }

    @Test
    void findsEachRunOnce() {
        // Given
        var bars = Stream.concat(
                        repeated(Timeframe.DAILY, 0, 7, "101", "700").subList(0, 10).stream(),
                        repeated(Timeframe.DAILY, 10, 9, "101", "700").subList(10, 20).stream())
                .toList();

        // Then
        assertThat(CalmBars.words(findings(Timeframe.DAILY, bars)))
                .containsExactly("STALE 2021-03-02", "STALE 2021-03-16");
    }

    @ParameterizedTest
    @MethodSource
    void finds(Timeframe timeframe, String high, String volume) {
        assertThat(findings(timeframe, repeated(timeframe, 15, 5, high, volume)))
                .hasSize(1);
    }

    static Stream<Arguments> finds() {
        return Stream.of(
                argumentSet("sessions without a trade", Timeframe.DAILY, "100", "0"),
                argumentSet("sessions that move and have no volume", Timeframe.DAILY, "101", "0"),
                argumentSet("minutes that move and have no volume", Timeframe.ONE_MINUTE, "101", "0"),
                argumentSet("minutes of the same volume", Timeframe.ONE_MINUTE, "100", "0.5"));
    }

    @Test
    void findsNone_inFour() {
        assertThat(findings(Timeframe.DAILY, repeated(Timeframe.DAILY, 2, 4, "101", "700")))
                .isEmpty();
    }

    @Test
    void findsNone_whereNobodyTradesForMinutes() {
        assertThat(findings(Timeframe.ONE_MINUTE, repeated(Timeframe.ONE_MINUTE, 2, 15, "100", "0")))
                .isEmpty();
    }

    /** As a share of a few cents does. */
    @Test
    void findsNone_wherePeopleTradeAtOnePrice() {
        // Given
        var bars = IntStream.range(0, 20)
                .mapToObj(i -> bar(CalmBars.daily(20).get(i), "100", String.valueOf(1_000 + i)))
                .toList();

        // Then
        assertThat(findings(Timeframe.DAILY, bars)).isEmpty();
    }

    private static List<Finding> findings(Timeframe timeframe, List<Bar> bars) {
        return new StaleCheck(timeframe, bars).findings();
    }

    private static List<Bar> repeated(Timeframe timeframe, int from, int count, String high, String volume) {
        var calm = CalmBars.of(timeframe, 20);
        return IntStream.range(0, 20)
                .mapToObj(i -> i < from || i >= from + count ? calm.get(i) : bar(calm.get(i), high, volume))
                .toList();
    }

    private static Bar bar(Bar like, String high, String volume) {
        var price = new BigDecimal("100");
        return new Bar(
                like.sessionDate(),
                like.opensAt(),
                like.closesAt(),
                price,
                new BigDecimal(high),
                price,
                price,
                new BigDecimal(volume));
    }
}
