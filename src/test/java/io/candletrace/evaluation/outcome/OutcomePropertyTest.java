package io.candletrace.evaluation.outcome;

import static org.assertj.core.api.Assertions.assertThat;

import io.candletrace.evaluation.outcome.ForwardReturn.Resolved;
import io.candletrace.evaluation.outcome.Trade.Closed;
import io.candletrace.market.Bar;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** Any prediction, sensible or not, on up to 30 bars that jump between 85 and 115. */
class OutcomePropertyTest {
    private static final int MOST_BARS = 30;

    @Property(tries = 500)
    void hasTheSameRates_whenAllPricesDouble(
            @ForAll("bars") List<Bar> bars,
            @ForAll("predictions") Prediction prediction,
            @ForAll("terms") Terms terms) {
        var factor = BigDecimal.valueOf(8);
        var scaled = scaled(prediction, factor);

        assertThat(rates(resolve(market(scaled(bars, factor)), terms, scaled)))
                .isEqualTo(rates(resolve(market(bars), terms, prediction)));
    }

    @Property(tries = 500)
    void hasTheSameRatesAndPrices_whenASharesTermsChangeAfterTheDecision(
            @ForAll("bars") List<Bar> bars,
            @ForAll("predictions") Prediction prediction,
            @ForAll("terms") Terms terms,
            @ForAll("ratios") BigDecimal ratio,
            @ForAll @IntRange(max = MOST_BARS) int after,
            @ForAll Basis basis) {
        var exDate = decision(prediction).plusDays(1 + after);
        var shares = basis == Basis.LAST_SHARES ? ratio : ratio.min(BigDecimal.ONE);
        var adjusted = scaled(bars, BigDecimal.ONE.divide(shares, 4, RoundingMode.UNNECESSARY));
        var market = new Market(adjusted, basis, List.of(new Split(exDate, ratio)), Set.of(), Optional.empty());

        assertThat(resolve(market, terms, prediction)).isEqualTo(resolve(market(bars), terms, prediction));
    }

    @Property(tries = 500)
    void staysAsItIs_whenLaterBarsAreAdded(
            @ForAll("bars") List<Bar> bars,
            @ForAll("predictions") Prediction prediction,
            @ForAll("terms") Terms terms,
            @ForAll @IntRange(min = 1, max = MOST_BARS) int known) {
        var early = resolve(market(bars.subList(0, Math.min(known, bars.size()))), terms, prediction);
        var late = resolve(market(bars), terms, prediction);

        if (early.trade().status().matches("closed|not_filled")) {
            assertThat(late.trade()).isEqualTo(early.trade());
        }
        assertThat(late.returns())
                .containsAll(early.returns().stream()
                        .filter(Resolved.class::isInstance)
                        .toList());
    }

    @Property(tries = 500)
    void usesNoBarUpToTheDecision(
            @ForAll("bars") List<Bar> bars,
            @ForAll("predictions") Prediction prediction,
            @ForAll("terms") Terms terms) {
        var perturbed = bars.stream()
                .map(bar ->
                        bar.closesAt().isAfter(prediction.lastBarClosedAt()) ? bar : scaled(bar, new BigDecimal("0.3")))
                .toList();

        assertThat(resolve(market(perturbed), terms, prediction)).isEqualTo(resolve(market(bars), terms, prediction));
    }

    @Property(tries = 500)
    void entersAndExitsAfterTheDecision_inThatOrder(
            @ForAll("bars") List<Bar> bars,
            @ForAll("predictions") Prediction prediction,
            @ForAll("terms") Terms terms) {
        var resolver = new Resolver(market(bars), terms);
        var resolution = resolver.resolve(prediction);

        assertThat(resolver.resolve(prediction)).isEqualTo(resolution);
        if (resolution.trade() instanceof Closed trade) {
            assertThat(trade.entry().at()).isAfterOrEqualTo(prediction.lastBarClosedAt());
            assertThat(trade.exit().at()).isAfterOrEqualTo(trade.entry().at());
            assertThat(trade.grossRate()).isBetween(trade.adverseRate().negate(), trade.favourableRate());
        }
    }

    @Provide
    Arbitrary<List<Bar>> bars() {
        var price = Arbitraries.integers().between(90, 110);
        var reach = Arbitraries.integers().between(0, 5);
        return Combinators.combine(price, price, reach, reach)
                .as((open, close, up, down) ->
                        "%d %d %d %d".formatted(open, Math.max(open, close) + up, Math.min(open, close) - down, close))
                .list()
                .ofMinSize(1)
                .ofMaxSize(MOST_BARS)
                .map(rows -> Side.LONG.market(rows.toArray(String[]::new)).bars());
    }

    @Provide
    Arbitrary<Prediction> predictions() {
        var day = Arbitraries.integers().between(1, MOST_BARS / 2);
        return Combinators.combine(Arbitraries.of(Direction.values()), day, day, ideas().optional(0.9))
                .as((direction, eligible, closed, idea) ->
                        new Prediction(1, direction, Side.opening(eligible), Side.opening(closed), idea));
    }

    @Provide
    Arbitrary<Terms> terms() {
        return Combinators.combine(
                        Arbitraries.of(EntryRule.values()),
                        Arbitraries.of(TargetRule.values()),
                        Arbitraries.of("0", "0.001").map(BigDecimal::new))
                .as((entry, target, cost) -> new Terms(List.of(1, 3, 10), entry, target, cost));
    }

    @Provide
    Arbitrary<BigDecimal> ratios() {
        return Arbitraries.of("2", "4", "0.5", "0.125").map(BigDecimal::new);
    }

    private static Arbitrary<Idea> ideas() {
        var level = Arbitraries.integers().between(80, 120).map(BigDecimal::valueOf);
        var width = Arbitraries.integers().between(0, 6).map(BigDecimal::valueOf);
        var day = Arbitraries.integers().between(1, MOST_BARS).map(Side::opening);
        return Combinators.combine(
                        level,
                        width,
                        level,
                        level,
                        level,
                        day,
                        Arbitraries.integers().between(1, 10))
                .as((low, range, stop, near, far, expiry, held) ->
                        new Idea(low, low.add(range), stop, near, far, expiry, held));
    }

    private static Resolution resolve(Market market, Terms terms, Prediction prediction) {
        return new Resolver(market, terms).resolve(prediction);
    }

    private static Market market(List<Bar> bars) {
        return new Market(bars, Basis.LAST_SHARES, List.of(), Set.of(), Optional.empty());
    }

    private static LocalDate decision(Prediction prediction) {
        return LocalDate.ofInstant(prediction.lastBarClosedAt(), ZoneOffset.UTC).minusDays(1);
    }

    /** Everything that is told but prices. */
    private static List<Object> rates(Resolution resolution) {
        var rates = new ArrayList<Object>();
        resolution.returns().forEach(forward -> {
            rates.add(forward.status());
            if (forward instanceof Resolved resolved) {
                rates.addAll(List.of(resolved.rate(), resolved.hit(), resolved.tie()));
            }
        });
        rates.add(resolution.trade().status());
        if (resolution.trade() instanceof Closed trade) {
            rates.addAll(List.of(trade.reason(), trade.grossRate(), trade.netRate(), trade.realisedR()));
            rates.addAll(List.of(trade.favourableRate(), trade.adverseRate(), trade.barsHeld()));
        }
        return rates;
    }

    private static Prediction scaled(Prediction prediction, BigDecimal factor) {
        var idea = prediction
                .idea()
                .map(given -> new Idea(
                        given.entryLow().multiply(factor),
                        given.entryHigh().multiply(factor),
                        given.stop().multiply(factor),
                        given.targetConservative().multiply(factor),
                        given.targetAggressive().multiply(factor),
                        given.expiresAt(),
                        given.horizonBars()));
        return new Prediction(1, prediction.direction(), prediction.eligibleFrom(), prediction.lastBarClosedAt(), idea);
    }

    private static List<Bar> scaled(List<Bar> bars, BigDecimal factor) {
        return bars.stream().map(bar -> scaled(bar, factor)).toList();
    }

    private static Bar scaled(Bar bar, BigDecimal factor) {
        return new Bar(
                bar.sessionDate(),
                bar.opensAt(),
                bar.closesAt(),
                bar.open().multiply(factor),
                bar.high().multiply(factor),
                bar.low().multiply(factor),
                bar.close().multiply(factor),
                bar.volume());
    }
}
