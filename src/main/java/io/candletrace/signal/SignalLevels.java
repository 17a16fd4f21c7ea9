package io.candletrace.signal;

import io.candletrace.analysis.AtrLevels;
import io.candletrace.analysis.PriceRange;
import io.candletrace.analysis.TradePlan;
import io.candletrace.analysis.Verdict;
import io.candletrace.market.BarSeries;
import io.candletrace.market.Instrument;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/** The verdict's levels as far as they make sense, the rest by the ATR(14) of the series. */
final class SignalLevels {
    private static final BigDecimal NEAR_THE_CLOSE = new BigDecimal("0.10");

    private final Verdict verdict;
    private final BigDecimal close;
    private final Instrument instrument;
    private final AtrLevels byAtr;

    private SignalLevels(Verdict verdict, BarSeries series) {
        this.verdict = verdict;
        this.close = series.last().close();
        this.instrument = series.instrument();
        // Zero when history is too short: a plan by it is not sane, which is what it should be then.
        var atr = AtrLevels.atr(series).orElse(BigDecimal.ZERO);
        this.byAtr = new AtrLevels(verdict.recommendation(), instrument, atr);
    }

    /**
     * Levels for a verdict that is not HOLD; empty when neither it nor the ATR gives a stop and targets on the right sides, as
     * on a series that is too short or does not move.
     */
    static Optional<Signal.Levels> of(Verdict verdict, BarSeries series) {
        var levels = new SignalLevels(verdict, series);
        return Stream.of(levels.given(), levels.byAtr.plan(levels.close))
                .filter(TradePlan::sane)
                .findFirst()
                .map(SignalLevels::levels);
    }

    private TradePlan given() {
        var entry = verdict.entry()
                .map(this::toTick)
                .filter(range -> near(range.low()) && near(range.high()))
                .orElseGet(() -> byAtr.entry(close));
        var fallback = byAtr.plan(entry, byAtr.stop(entry));
        var plan = verdict.stopLoss()
                .map(instrument::toTick)
                .filter(fallback::loses)
                .map(stop -> byAtr.plan(entry, stop))
                .orElse(fallback);
        return withGivenTargets(plan);
    }

    private TradePlan withGivenTargets(TradePlan plan) {
        var targets = verdict.targets().stream()
                .map(instrument::toTick)
                .filter(plan::wins)
                .sorted(byDistance())
                .toList();
        if (targets.isEmpty()) {
            return plan;
        }
        var far = targets.size() > 1
                ? targets.getLast()
                : Stream.of(targets.getFirst(), plan.farTarget())
                        .max(byDistance())
                        .orElseThrow();
        return plan.withTargets(targets.getFirst(), far);
    }

    private Comparator<BigDecimal> byDistance() {
        return Comparator.comparing(price -> price.subtract(close).abs());
    }

    private boolean near(BigDecimal price) {
        return price.subtract(close).abs().compareTo(close.multiply(NEAR_THE_CLOSE)) <= 0;
    }

    private PriceRange toTick(PriceRange range) {
        return new PriceRange(instrument.toTick(range.low()), instrument.toTick(range.high()));
    }

    private static Signal.Levels levels(TradePlan plan) {
        return new Signal.Levels(
                plan.entry(),
                plan.stopLoss(),
                plan.nearTarget(),
                plan.farTarget(),
                plan.rMultiple(plan.nearTarget()),
                plan.rMultiple(plan.farTarget()));
    }
}
