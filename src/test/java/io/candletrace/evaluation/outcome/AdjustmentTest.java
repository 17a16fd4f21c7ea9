package io.candletrace.evaluation.outcome;

import static io.candletrace.evaluation.outcome.EntryRule.LIMIT_IN_RANGE;
import static io.candletrace.evaluation.outcome.EntryRule.MARKET;
import static io.candletrace.evaluation.outcome.Side.DECIDED;
import static io.candletrace.evaluation.outcome.Side.day;
import static io.candletrace.evaluation.outcome.Side.opening;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.candletrace.evaluation.outcome.ForwardReturn.Excluded;
import io.candletrace.evaluation.outcome.ForwardReturn.Resolved;
import io.candletrace.evaluation.outcome.Trade.Closed;
import io.candletrace.evaluation.outcome.Trade.ExitReason;
import io.candletrace.market.Timeframe;
import io.candletrace.testing.SampleBars;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Splits that are known, and those that nobody has recorded. */
class AdjustmentTest {
    private static final String QUIET = "100 102 98 101";
    private static final String QUARTER = "25 25.5 24.5 25";

    @Test
    void bringsLevelsAndBarsTogether_whenASplitFollowsTheDecision() {
        var idea = new Idea(
                new BigDecimal("392"),
                new BigDecimal("408"),
                new BigDecimal("380"),
                new BigDecimal("420"),
                new BigDecimal("440"),
                opening(10),
                3);
        var market = split(Side.LONG.market(DECIDED, QUIET, "101 106 96 104"), 2);

        var resolution = new Resolver(market, Side.terms(LIMIT_IN_RANGE, "0")).resolve(Side.LONG.prediction(idea));

        var trade = (Closed) resolution.trade();
        assertThat(resolution.entry()).map(Quote::price).contains(new BigDecimal("400"));
        assertThat(((Resolved) resolution.returns().getFirst()).exit().price()).isEqualTo("404");
        assertThat(trade.entry().price()).isEqualTo("400");
        assertThat(trade.exit().price()).isEqualTo("420");
        assertThat(trade.reason()).isEqualTo(ExitReason.TARGET_CONSERVATIVE);
        assertThat(trade.grossRate()).isEqualTo("0.050000000000");
    }

    @ParameterizedTest
    @ValueSource(ints = {-5, 0})
    void leavesPricesAlone_whenTheSplitIsInTheLevels(int exDay) {
        var market = Side.LONG.market(DECIDED, QUIET, "101 106 96 104");

        assertThat(resolve(split(market, exDay))).isEqualTo(resolve(market));
    }

    @Test
    void leavesPricesAlone_whenTheyAreInTheSharesOfTheDecision() {
        var market = Side.LONG.market(DECIDED, QUIET, "101 106 96 104");

        assertThat(resolve(fewest(market, split(2, "4")))).isEqualTo(resolve(market));
        assertThat(resolve(fewest(market, split(0, "0.125")))).isEqualTo(resolve(market));
    }

    @Test
    void dividesPrices_whenThereWereFewerSharesBefore() {
        var market = fewest(Side.LONG.market(DECIDED, QUIET), split(-1, "4"), split(-9, "7"), split(-8, "0.5"));

        assertThat(resolve(market).entry().orElseThrow().price())
                .isCloseTo(new BigDecimal("7.14285714"), within(new BigDecimal("1e-8")));
    }

    @Test
    void multipliesAndDivides_whenSharesBecameFewerAgain() {
        var market = fewest(Side.LONG.market(DECIDED, QUIET), split(-1, "4"), split(1, "0.125"));

        assertThat(resolve(market).entry()).map(Quote::price).contains(new BigDecimal("12.5"));
    }

    @Test
    void leavesPricesAlone_whenTheSplitFellIntoTheDecisionsWeek() {
        var weeks = SampleBars.of(SampleBars.instrument(), Timeframe.WEEKLY, 5, i -> 100 + i)
                .bars();
        var prediction = new Prediction(
                1, Direction.LONG, weeks.getFirst().closesAt(), weeks.getFirst().closesAt(), Optional.empty());
        var market = split(new Market(weeks, Basis.LAST_SHARES, List.of(), Set.of(), Optional.empty()), 2);

        var entry = new Resolver(market, Side.terms(MARKET, "0"))
                .resolve(prediction)
                .entry();

        assertThat(entry).map(Quote::price).contains(new BigDecimal("100"));
    }

    @ParameterizedTest
    @EnumSource
    void excludesReturnsAndTradesThatEndAfterASuspectDate(Side side) {
        var resolution = resolve(side, suspected(side.market(DECIDED, QUIET, QUARTER, QUARTER), day(2)));

        assertThat(resolution.returns())
                .extracting(ForwardReturn::status)
                .containsExactly("resolved", "excluded", "excluded");
        assertThat(resolution.returns()).last().isEqualTo(new Excluded(3, Exclusion.UNADJUSTED_SPLIT));
        assertThat(resolution.trade()).isEqualTo(new Trade.Excluded(Exclusion.UNADJUSTED_SPLIT));
    }

    @Test
    void keepsTheReturns_butNotTheTrade_whenTheEntryBarIsTheFirstInOtherTerms() {
        var resolution = resolve(suspected(Side.LONG.market(DECIDED, QUARTER, QUARTER, QUARTER), day(1)));

        assertThat(resolution.returns()).extracting(ForwardReturn::status).containsOnly("resolved");
        assertThat(resolution.trade()).isEqualTo(new Trade.Excluded(Exclusion.UNADJUSTED_SPLIT));
    }

    @ParameterizedTest
    @EnumSource
    void keepsATradeThatEndedBeforeTheSuspectDate(Side side) {
        var resolution = resolve(side, suspected(side.market(DECIDED, QUIET, "101 103 94 96", QUARTER), day(3)));

        assertThat(resolution.trade().status()).isEqualTo("closed");
    }

    @Test
    void excludesALimitOrder_thatWaitsBeyondTheSuspectDate() {
        var market = suspected(Side.LONG.market(DECIDED, "104 106 103 104", QUARTER), day(2));

        assertThat(Side.LONG.trade(LIMIT_IN_RANGE, Side.LONG.idea(), market))
                .isEqualTo(new Trade.Excluded(Exclusion.UNADJUSTED_SPLIT));
    }

    @Test
    void keepsEverything_whenTheSuspectDateIsTheDecisionsOrEarlier() {
        var market = Side.LONG.market(DECIDED, QUIET, "101 103 94 96");

        assertThat(resolve(suspected(market, day(0)))).isEqualTo(resolve(market));
    }

    @Test
    void excludesAWeek_whenTheSuspectDateIsInTheMiddleOfIt() {
        var weeks = SampleBars.of(SampleBars.instrument(), Timeframe.WEEKLY, 3, i -> 100 + i)
                .bars();
        var prediction = new Prediction(
                1, Direction.LONG, weeks.getFirst().closesAt(), weeks.getFirst().closesAt(), Optional.empty());
        var market = suspected(new Market(weeks, Basis.LAST_SHARES, List.of(), Set.of(), Optional.empty()), day(9));

        assertThat(new Resolver(market, Side.terms(MARKET, "0"))
                        .resolve(prediction)
                        .returns())
                .startsWith(new Excluded(1, Exclusion.UNADJUSTED_SPLIT));
    }

    private static Market split(Market market, int exDay) {
        var split = new Split(day(exDay), BigDecimal.valueOf(4));
        return new Market(market.bars(), Basis.LAST_SHARES, List.of(split), Set.of(), Optional.empty());
    }

    private static Split split(int exDay, String ratio) {
        return new Split(day(exDay), new BigDecimal(ratio));
    }

    private static Market fewest(Market market, Split... splits) {
        return new Market(market.bars(), Basis.FEWEST_SHARES, List.of(splits), Set.of(), Optional.empty());
    }

    private static Market suspected(Market market, LocalDate date) {
        return new Market(market.bars(), Basis.LAST_SHARES, List.of(), Set.of(date), Optional.empty());
    }

    private static Resolution resolve(Market market) {
        return resolve(Side.LONG, market);
    }

    private static Resolution resolve(Side side, Market market) {
        return new Resolver(market, Side.terms(MARKET, "0")).resolve(side.prediction(side.idea()));
    }
}
