package io.candletrace.evaluation.outcome;

import static io.candletrace.evaluation.outcome.EntryRule.LIMIT_IN_RANGE;
import static io.candletrace.evaluation.outcome.EntryRule.MARKET;
import static io.candletrace.evaluation.outcome.Side.DECIDED;
import static io.candletrace.evaluation.outcome.Side.day;
import static io.candletrace.evaluation.outcome.Side.opening;
import static org.assertj.core.api.Assertions.assertThat;

import io.candletrace.evaluation.outcome.Trade.ExitReason;
import io.candletrace.evaluation.outcome.Trade.NotFilled;
import io.candletrace.evaluation.outcome.Trade.Pending;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** How ideas to enter from 98 to 102 with a stop at 95 are entered. */
class TradeEntryTest {
    private static final String ABOVE = "104 106 103 104";
    private static final String STOPPED = "94 96 93 95";

    @ParameterizedTest
    @EnumSource
    void buysAtTheMarket_whereverTheEntryBarOpens(Side side) {
        assertThat(side.closed(MARKET, DECIDED, ABOVE, STOPPED).entry())
                .isEqualTo(new Quote(day(1), opening(1), side.price("104")));
    }

    @ParameterizedTest
    @EnumSource
    void fillsAtTheOpen_whenThatIsInTheRange(Side side) {
        assertThat(side.closed(LIMIT_IN_RANGE, DECIDED, "101 103 97 100", STOPPED)
                        .entry())
                .isEqualTo(new Quote(day(1), opening(1), side.price("101")));
    }

    @ParameterizedTest
    @EnumSource
    void fillsAtTheWorseEdge_whenTheBarComesToTheRange(Side side) {
        assertThat(side.closed(LIMIT_IN_RANGE, DECIDED, "104 104 102 103", STOPPED)
                        .entry())
                .isEqualTo(new Quote(day(1), opening(2), side.price("102")));
    }

    @ParameterizedTest
    @EnumSource
    void fillsAtABetterOpen_whenThatIsBeyondTheRange(Side side) {
        assertThat(side.closed(LIMIT_IN_RANGE, DECIDED, "96 99 96 98", STOPPED).entry())
                .isEqualTo(new Quote(day(1), opening(1), side.price("96")));
    }

    @ParameterizedTest
    @EnumSource
    void fillsInALaterBar_whenTheFirstStaysAway(Side side) {
        assertThat(side.closed(LIMIT_IN_RANGE, DECIDED, ABOVE, "103 104 101 102", STOPPED)
                        .entry())
                .isEqualTo(new Quote(day(2), opening(3), side.price("102")));
    }

    @ParameterizedTest
    @EnumSource
    void fillsNothing_whenTheOpenIsAtOrBeyondTheStop(Side side) {
        var good = "100 101 99 100";

        assertThat(limited(side, DECIDED, "95 101 95 100", good)).isEqualTo(new NotFilled());
        assertThat(limited(side, DECIDED, "94 101 93 100", good)).isEqualTo(new NotFilled());
    }

    @ParameterizedTest
    @EnumSource
    void isNotFilled_whenItHasExpiredBeforeABarFillsIt(Side side) {
        assertThat(side.trade(LIMIT_IN_RANGE, expiring(side, opening(2)), side.market(DECIDED, ABOVE, DECIDED)))
                .isEqualTo(new NotFilled());
        assertThat(side.trade(
                        LIMIT_IN_RANGE,
                        expiring(side, opening(2).plusMillis(1)),
                        side.market(DECIDED, ABOVE, DECIDED, STOPPED)))
                .isInstanceOf(Trade.Closed.class);
    }

    @ParameterizedTest
    @EnumSource
    void isNotFilled_asSoonAsTheLastBarThatCouldHasClosed(Side side) {
        assertThat(side.trade(LIMIT_IN_RANGE, expiring(side, opening(2)), side.market(DECIDED, ABOVE)))
                .isEqualTo(new NotFilled());
        assertThat(side.trade(LIMIT_IN_RANGE, expiring(side, opening(2).plusMillis(1)), side.market(DECIDED, ABOVE)))
                .isEqualTo(new Pending());
    }

    @Test
    void entersAtTheMarket_whateverTheExpiry() {
        var expired = expiring(Side.LONG, opening(1));

        assertThat(Side.LONG.trade(MARKET, expired, Side.LONG.market(DECIDED, DECIDED, STOPPED)))
                .isInstanceOf(Trade.Closed.class);
    }

    @ParameterizedTest
    @EnumSource
    void countsNoTargetThatMayHaveBeenMetBeforeTheFill(Side side) {
        var trade = side.closed(LIMIT_IN_RANGE, DECIDED, "104 106 101 103", "103 104 99 100", "100 104 99 101");

        assertThat(trade.reason()).isEqualTo(ExitReason.HORIZON);
        assertThat(trade.barsHeld()).isEqualTo(3);
    }

    @Test
    void countsOfTheFillsBarTheCloseAndTheLosingSideOnly() {
        var trade = Side.LONG.closed(LIMIT_IN_RANGE, DECIDED, "104 120 100.98 104.04", "94 94 94 94");

        assertThat(trade.favourableRate()).isEqualByComparingTo("0.02");
        assertThat(trade.adverseRate()).isEqualTo("0.078431372549");
    }

    @ParameterizedTest
    @EnumSource
    void meetsTheTargetInTheFillsBar_whenItClosesBeyondIt(Side side) {
        var trade = side.closed(LIMIT_IN_RANGE, DECIDED, "104 107 101 106");

        assertThat(trade.reason()).isEqualTo(ExitReason.TARGET_CONSERVATIVE);
        assertThat(trade.exit()).isEqualTo(new Quote(day(1), opening(2), side.price("105")));
    }

    @ParameterizedTest
    @EnumSource
    void meetsTheStopInTheFillsBar_becauseItsPriceCameDownThroughTheRange(Side side) {
        var trade = side.closed(LIMIT_IN_RANGE, DECIDED, "104 107 95 106");

        assertThat(trade.reason()).isEqualTo(ExitReason.STOP);
        assertThat(trade.exit().price()).isEqualTo(side.price("95"));
    }

    @Test
    void tradesNothing_whenThePredictionIsFlatOrHasNoIdea() {
        var resolver = new Resolver(Side.LONG.market(DECIDED, DECIDED, STOPPED), Side.terms(EntryRule.MARKET, "0"));

        assertThat(resolver.resolve(Side.prediction(Direction.FLAT, Optional.of(Side.LONG.idea())))
                        .trade())
                .isEqualTo(new Trade.None());
        assertThat(resolver.resolve(Side.prediction(Direction.LONG, Optional.empty()))
                        .trade())
                .isEqualTo(new Trade.None());
    }

    private static Trade limited(Side side, String... rows) {
        return side.trade(LIMIT_IN_RANGE, side.idea(), side.market(rows));
    }

    private static Idea expiring(Side side, Instant at) {
        var idea = side.idea();
        return new Idea(
                idea.entryLow(),
                idea.entryHigh(),
                idea.stop(),
                idea.targetConservative(),
                idea.targetAggressive(),
                at,
                idea.horizonBars());
    }
}
