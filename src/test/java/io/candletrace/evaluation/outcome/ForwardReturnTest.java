package io.candletrace.evaluation.outcome;

import static io.candletrace.evaluation.outcome.Side.DECIDED;
import static io.candletrace.evaluation.outcome.Side.day;
import static io.candletrace.evaluation.outcome.Side.opening;
import static org.assertj.core.api.Assertions.assertThat;

import io.candletrace.evaluation.outcome.ForwardReturn.Excluded;
import io.candletrace.evaluation.outcome.ForwardReturn.Pending;
import io.candletrace.evaluation.outcome.ForwardReturn.Resolved;
import io.candletrace.market.Bar;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ForwardReturnTest {
    private static final Market MARKET =
            Side.LONG.market(DECIDED, "100 106 98 104", "104 105 89 90", "90 101 88 100", "125 130 120 126");
    private static final Prediction LONG = Side.prediction(Direction.LONG, Optional.empty());

    @Test
    void countsHorizonsFromTheEntryBarsOpen_withItsOwnCloseAsTheFirst() {
        var resolution = resolve(MARKET, LONG);

        assertThat(resolution.predictionId()).isEqualTo(7);
        assertThat(resolution.entry()).contains(new Quote(day(1), opening(1), new BigDecimal("100")));
        assertThat(resolution.returns())
                .containsExactly(
                        resolved(1, 2, "104", "0.040000000000", true),
                        resolved(2, 3, "90", "-0.100000000000", false),
                        resolved(3, 4, "100", "0.000000000000", false));
    }

    @ParameterizedTest
    @CsvSource({"LONG, 1, 1, 1", "LONG, 2, 1, 2", "LONG, 1, 2, 2", "LONG, 3, 1, 3"})
    void entersTheFirstBarThatOpensAfterBothTimes(Direction direction, int eligible, int closed, int expected) {
        var prediction = new Prediction(1, direction, opening(eligible), opening(closed), Optional.empty());

        assertThat(resolve(MARKET, prediction).entry()).map(Quote::at).contains(opening(expected));
    }

    @Test
    void entersNoBarThatHadOpenedWhenThePredictionWasKnown() {
        var known = opening(1).plusMillis(1);
        var prediction = new Prediction(1, Direction.LONG, known, opening(1), Optional.empty());

        assertThat(resolve(MARKET, prediction).entry()).map(Quote::at).contains(opening(2));
    }

    @ParameterizedTest
    @CsvSource({"LONG, true, false, false", "SHORT, false, true, false", "FLAT,,,"})
    void hitsWhereTheDirectionWins_andNeverWithATie(Direction direction, Boolean first, Boolean second, Boolean tie) {
        var returns =
                resolve(MARKET, Side.prediction(direction, Optional.empty())).returns();

        assertThat(returns)
                .extracting(resolved -> ((Resolved) resolved).hit())
                .containsExactly(Optional.ofNullable(first), Optional.ofNullable(second), Optional.ofNullable(tie));
        assertThat(returns).extracting(resolved -> ((Resolved) resolved).tie()).containsExactly(false, false, true);
    }

    @Test
    void roundsTo12Decimals() {
        var market = Side.LONG.market(DECIDED, "120 121 99 100");

        assertThat(((Resolved) resolve(market, LONG).returns().getFirst()).rate())
                .isEqualTo("-0.166666666667");
    }

    @Test
    void leavesTheBenchmarksReturnFromItsOwnOpenOut() {
        var benchmark =
                Side.LONG.market("1 1 1 1", "50 51 49 51", "60 61 50 55").bars();

        assertThat(excesses(MARKET, benchmark))
                .containsExactly(
                        Optional.of(new BigDecimal("0.020000000000")),
                        Optional.of(new BigDecimal("-0.200000000000")),
                        Optional.empty());
    }

    @Test
    void hasNoExcess_whenTheBenchmarkLacksTheEntry() {
        var benchmark = Side.LONG.market(DECIDED, DECIDED, DECIDED, DECIDED).bars();

        assertThat(excesses(MARKET, List.of(benchmark.get(0), benchmark.get(2), benchmark.get(3))))
                .containsOnly(Optional.empty());
    }

    @Test
    void findsTheBenchmarksBarByItsSession_whenItOpensAtAnotherTime() {
        var benchmark = Side.LONG.market("1 1 1 1", "50 51 49 51").bars().stream()
                .map(bar -> openedAt(bar, bar.opensAt().plusSeconds(52_200)))
                .toList();

        assertThat(excesses(MARKET, benchmark).getFirst()).contains(new BigDecimal("0.020000000000"));
    }

    @Test
    void comparesWithNoBarOfASession_whenTheBenchmarkHasMoreThanOne() {
        var day = Side.LONG.market("1 1 1 1", "50 51 49 51").bars().getLast();
        var noon = day.opensAt().plusSeconds(43_200);
        var morning = openedAt(day, day.opensAt().plusSeconds(60));

        assertThat(excesses(MARKET, List.of(morning, openedAt(day, noon)))).containsOnly(Optional.empty());
    }

    @Test
    void waits_whereTheBarsEnd() {
        var half = Side.LONG.market(DECIDED, "100 106 98 104");

        assertThat(resolve(half, LONG).returns())
                .containsExactly(resolved(1, 2, "104", "0.040000000000", true), new Pending(2), new Pending(3));
    }

    @Test
    void waitsForEverything_whenTheEntryBarDoesNotExist() {
        var resolution = resolve(Side.LONG.market(DECIDED), Side.LONG.prediction(Side.LONG.idea()));

        assertThat(resolution)
                .isEqualTo(new Resolution(
                        7,
                        Optional.empty(),
                        List.of(new Pending(1), new Pending(2), new Pending(3)),
                        new Trade.Pending()));
    }

    @Test
    void waitsForEverything_whenThereAreNoBars() {
        var resolution = resolve(Side.LONG.market(), Side.LONG.prediction(Side.LONG.idea()));

        assertThat(resolution.entry()).isEmpty();
        assertThat(resolution.returns()).extracting(ForwardReturn::status).containsOnly("pending");
        assertThat(resolution.trade()).isEqualTo(new Trade.Pending());
    }

    @Test
    void tellsNothing_whenTheBarsBeginAfterTheDecision() {
        var later = new Market(MARKET.bars().subList(1, 5), Basis.LAST_SHARES, List.of(), Set.of(), Optional.empty());
        var resolution = resolve(later, Side.LONG.prediction(Side.LONG.idea()));

        assertThat(resolution.entry()).isEmpty();
        assertThat(resolution.returns()).contains(new Excluded(1, Exclusion.DECISION_BAR_MISSING));
        assertThat(resolution.trade()).isEqualTo(new Trade.Excluded(Exclusion.DECISION_BAR_MISSING));
    }

    private static Resolution resolve(Market market, Prediction prediction) {
        return new Resolver(market, Side.terms(EntryRule.MARKET, "0")).resolve(prediction);
    }

    private static List<Optional<BigDecimal>> excesses(Market market, List<Bar> benchmark) {
        var compared = new Market(market.bars(), Basis.LAST_SHARES, List.of(), Set.of(), Optional.of(benchmark));
        return resolve(compared, LONG).returns().stream()
                .map(resolved -> ((Resolved) resolved).excess())
                .toList();
    }

    private static Bar openedAt(Bar bar, Instant at) {
        return new Bar(
                bar.sessionDate(), at, bar.closesAt(), bar.open(), bar.high(), bar.low(), bar.close(), bar.volume());
    }

    private static Resolved resolved(int horizon, int closes, String price, String rate, boolean hit) {
        var exit = new Quote(day(closes - 1), opening(closes), new BigDecimal(price));
        return new Resolved(horizon, exit, new BigDecimal(rate), Optional.empty(), Optional.of(hit));
    }
}
