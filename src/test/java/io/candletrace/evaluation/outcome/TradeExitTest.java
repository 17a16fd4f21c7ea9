package io.candletrace.evaluation.outcome;

import static io.candletrace.evaluation.outcome.EntryRule.MARKET;
import static io.candletrace.evaluation.outcome.Side.DECIDED;
import static io.candletrace.evaluation.outcome.Side.day;
import static io.candletrace.evaluation.outcome.Side.opening;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import io.candletrace.evaluation.outcome.ForwardReturn.Pending;
import io.candletrace.evaluation.outcome.Trade.Closed;
import io.candletrace.evaluation.outcome.Trade.ExitReason;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** How trades that enter at 100 with a stop at 95 and targets at 105 and 110 end. */
class TradeExitTest {
    private static final String QUIET = "100 102 98 101";

    @ParameterizedTest
    @MethodSource
    void ends(Side side, List<String> bars, Expected expected) {
        var rows = Stream.concat(Stream.of(DECIDED), bars.stream()).toArray(String[]::new);
        var trade = side.closed(MARKET, rows);

        assertThat(trade)
                .isEqualTo(new Closed(
                        new Quote(day(1), opening(1), side.price("100")),
                        new Quote(day(bars.size()), opening(expected.at()), side.price(expected.price())),
                        expected.reason(),
                        rate(expected.gross()),
                        rate(expected.gross()),
                        Optional.of(rate(expected.multiple())),
                        rate(expected.favourable()),
                        rate(expected.adverse()),
                        bars.size()));
    }

    /** Rates, shares and multiples by hand: a point is a hundredth of the entry and a fifth of the risk. */
    static Stream<Arguments> ends() {
        var stop = ExitReason.STOP;
        var target = ExitReason.TARGET_CONSERVATIVE;
        return Stream.of(Side.values())
                .flatMap(side -> Stream.of(
                        ending("at the stop", side, "101 103 94 96", stop, 3, "95 -0.05 -1 0.02 0.05"),
                        ending("at the stop that is touched", side, "101 103 95 96", stop, 3, "95 -0.05 -1 0.02 0.05"),
                        ending("at the target", side, "101 106 96 104", target, 3, "105 0.05 1 0.05 0.02"),
                        ending("at the target touched", side, "101 105 96 104", target, 3, "105 0.05 1 0.05 0.02"),
                        ending("at the stop of both", side, "101 106 94 104", stop, 3, "95 -0.05 -1 0.02 0.05"),
                        ending("at a gap through the stop", side, "93 106 92 96", stop, 2, "93 -0.07 -1.4 0.02 0.07"),
                        ending("at a gap to the target", side, "108 109 94 96", target, 2, "108 0.08 1.6 0.08 0.02"),
                        argumentSet(
                                side + " ends at the horizon",
                                side,
                                List.of(QUIET, "101 104 97 98", "98 103 96 99"),
                                new Expected(ExitReason.HORIZON, 4, "99", "-0.01", "-0.2", "0.04", "0.04")),
                        argumentSet(
                                side + " ends at the stop in the fill's bar",
                                side,
                                List.of("100 106 95 104"),
                                new Expected(stop, 2, "95", "-0.05", "-1", "0", "0.05")),
                        argumentSet(
                                side + " ends at the target in the fill's bar",
                                side,
                                List.of("100 106 96 104"),
                                new Expected(target, 2, "105", "0.05", "1", "0.05", "0"))));
    }

    @ParameterizedTest
    @EnumSource
    void waitsForTheFartherTarget_whenThatCloses(Side side) {
        var market = side.market(DECIDED, "100 106 98 106", "106 111 105 107");
        var terms = new Terms(List.of(), MARKET, TargetRule.AGGRESSIVE, BigDecimal.ZERO);

        var trade = (Closed) new Resolver(market, terms)
                .resolve(side.prediction(side.idea()))
                .trade();

        assertThat(trade.reason()).isEqualTo(ExitReason.TARGET_AGGRESSIVE);
        assertThat(trade.exit().price()).isEqualTo(side.price("110"));
    }

    @ParameterizedTest
    @EnumSource
    void paysTheCost_onceInShareOfTheEntry(Side side) {
        var resolver = new Resolver(side.market(DECIDED, QUIET, "101 103 94 96"), Side.terms(MARKET, "0.002"));

        var trade = (Closed) resolver.resolve(side.prediction(side.idea())).trade();

        assertThat(trade.grossRate()).isEqualTo("-0.050000000000");
        assertThat(trade.netRate()).isEqualTo("-0.052000000000");
        assertThat(trade.realisedR()).contains(rate("-1.04"));
    }

    @ParameterizedTest
    @EnumSource
    void stopsAtTheOpen_whenTheMarketEntersBeyondTheStop(Side side) {
        var trade = side.closed(MARKET, DECIDED, "94 106 90 104");

        assertThat(trade.reason()).isEqualTo(ExitReason.STOP);
        assertThat(trade.exit()).isEqualTo(trade.entry());
        assertThat(trade.entry().price()).isEqualTo(side.price("94"));
        assertThat(trade.grossRate()).isEqualTo("0.000000000000");
        assertThat(List.of(trade.favourableRate(), trade.adverseRate())).allMatch(share -> share.signum() == 0);
    }

    @ParameterizedTest
    @EnumSource
    void closesAtTheOpen_whenTheMarketEntersBeyondTheTarget(Side side) {
        var trade = side.closed(MARKET, DECIDED, "106 107 90 95");

        assertThat(trade.reason()).isEqualTo(ExitReason.TARGET_CONSERVATIVE);
        assertThat(trade.exit()).isEqualTo(trade.entry());
    }

    @ParameterizedTest
    @EnumSource
    void hasNoMultipleOfTheRisk_whenThereIsNone(Side side) {
        assertThat(side.closed(MARKET, DECIDED, "95 96 94 95").realisedR()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void waits_whileNeitherStopNorTargetNorHorizonIsReached(Side side) {
        assertThat(side.trade(MARKET, side.idea(), side.market(DECIDED, QUIET, QUIET)))
                .isEqualTo(new Trade.Pending());
    }

    @ParameterizedTest
    @EnumSource
    void isClosedByItsStop_evenIfLongerHorizonsArePending(Side side) {
        var resolver = new Resolver(side.market(DECIDED, QUIET, "101 103 94 96"), Side.terms(MARKET, "0"));

        var resolution = resolver.resolve(side.prediction(side.idea()));

        assertThat(resolution.returns()).last().isEqualTo(new Pending(3));
        assertThat(resolution.trade().status()).isEqualTo("closed");
    }

    @Test
    void ends_theShortsWay_byHand() {
        var idea = new Idea(
                new BigDecimal("49"),
                new BigDecimal("51"),
                new BigDecimal("52"),
                new BigDecimal("47"),
                new BigDecimal("45"),
                opening(10),
                5);
        var market = Side.LONG.market("50 51 49 50", "50 51 49.5 50", "50 50.5 46 48");

        var trade = (Closed) new Resolver(market, Side.terms(MARKET, "0.001"))
                .resolve(Side.prediction(Direction.SHORT, Optional.of(idea)))
                .trade();

        assertThat(trade.exit().price()).isEqualTo("47");
        assertThat(trade.grossRate()).isEqualTo("0.060000000000");
        assertThat(trade.netRate()).isEqualTo("0.059000000000");
        assertThat(trade.realisedR()).contains(rate("1.475"));
        assertThat(trade.favourableRate()).isEqualTo("0.060000000000");
        assertThat(trade.adverseRate()).isEqualTo("0.020000000000");
    }

    private static Arguments ending(
            String name, Side side, String secondBar, ExitReason reason, int at, String figures) {
        var figure = figures.split(" ");
        return argumentSet(
                side + " ends " + name,
                side,
                List.of(QUIET, secondBar),
                new Expected(reason, at, figure[0], figure[1], figure[2], figure[3], figure[4]));
    }

    private static BigDecimal rate(String text) {
        return new BigDecimal(text).setScale(12);
    }

    /** The exit, with the index of the bar whose opening is its time, and what it brought. */
    private record Expected(
            ExitReason reason,
            int at,
            String price,
            String gross,
            String multiple,
            String favourable,
            String adverse) {}
}
