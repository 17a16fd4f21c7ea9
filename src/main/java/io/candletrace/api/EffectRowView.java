package io.candletrace.api;

import io.candletrace.evaluation.effect.Effect;
import io.candletrace.evaluation.effect.EffectTable;
import io.candletrace.evaluation.effect.Predicted;
import io.candletrace.evaluation.statistic.Interval;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** What came of the predictions of one side in one state, and what the market did in it, as a line of a table. */
record EffectRowView(
        String indicator,
        String state,
        String direction,
        String status,
        int n,
        int days,
        int hits,
        OptionalDouble hitRate,
        OptionalDouble wilsonLow,
        OptionalDouble wilsonHigh,
        OptionalDouble hitRateLow,
        OptionalDouble hitRateHigh,
        OptionalDouble alwaysLong,
        OptionalDouble baseRate,
        OptionalDouble lift,
        OptionalDouble liftLow,
        OptionalDouble liftHigh,
        OptionalDouble p,
        OptionalDouble q,
        OptionalDouble meanReturn,
        OptionalDouble t,
        int marketN,
        int marketDays,
        OptionalDouble marketMeanReturn,
        OptionalDouble marketT,
        OptionalDouble marketUp) {

    static List<EffectRowView> of(EffectTable table) {
        return table.effects().stream()
                .flatMap(effect -> effect.predicted().stream().map(predicted -> of(effect, predicted)))
                .toList();
    }

    private static EffectRowView of(Effect effect, Predicted predicted) {
        var rate = predicted.rate();
        return new EffectRowView(
                effect.state().indicator(),
                effect.state().state(),
                predicted.side().code(),
                rate.sufficient() ? "ok" : "insufficient_data",
                rate.n(),
                predicted.gain().days(),
                rate.hits(),
                rate.hitRate(),
                low(rate.wilson()),
                high(rate.wilson()),
                low(rate.clustered()),
                high(rate.clustered()),
                rate.alwaysLong(),
                rate.baseRate(),
                rate.lift(),
                low(rate.liftInterval()),
                high(rate.liftInterval()),
                rate.p(),
                predicted.q(),
                predicted.gain().mean(),
                predicted.gain().t(),
                effect.market().n(),
                effect.market().days(),
                effect.market().mean(),
                effect.market().t(),
                effect.market().positive());
    }

    private static OptionalDouble low(Optional<Interval> interval) {
        return interval.stream().mapToDouble(Interval::low).findFirst();
    }

    private static OptionalDouble high(Optional<Interval> interval) {
        return interval.stream().mapToDouble(Interval::high).findFirst();
    }
}
