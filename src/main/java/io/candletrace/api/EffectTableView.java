package io.candletrace.api;

import io.candletrace.evaluation.effect.Effect;
import io.candletrace.evaluation.effect.EffectTable;
import io.candletrace.evaluation.effect.Predicted;
import io.candletrace.evaluation.scorecard.Rate;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/**
 * What followed each state of each indicator, as it is answered. Figures are absent where there are fewer than 30.
 *
 * @param cells how many sides of states there are to look at
 * @param looks how many of them say something: of many, some look good by chance, which {@code q} takes into account
 * @param withoutStates predictions whose states were not told yet
 * @param market what the price did after all predictions
 */
record EffectTableView(
        String subject,
        int horizon,
        long cells,
        long looks,
        long withoutStates,
        MoveView market,
        List<EffectView> effects) {

    static EffectTableView of(EffectTable table) {
        var query = table.query();
        return new EffectTableView(
                query.subject().name().toLowerCase(Locale.ROOT),
                query.horizon(),
                table.cells(),
                table.looks(),
                table.untold(),
                MoveView.of(table.market()),
                table.effects().stream().map(EffectView::of).toList());
    }

    /** What followed one state: {@link Effect}. */
    record EffectView(String indicator, String state, MoveView market, List<PredictedView> predicted) {
        static EffectView of(Effect effect) {
            return new EffectView(
                    effect.state().indicator(),
                    effect.state().state(),
                    MoveView.of(effect.market()),
                    effect.predicted().stream().map(PredictedView::of).toList());
        }
    }

    /** What came of the predictions of one side: {@link Predicted}. */
    record PredictedView(
            String direction, String status, int n, int days, Rate rate, OptionalDouble q, ReturnView returns) {
        static PredictedView of(Predicted predicted) {
            return new PredictedView(
                    predicted.side().code(),
                    predicted.rate().sufficient() ? "ok" : "insufficient_data",
                    predicted.rate().n(),
                    predicted.gain().days(),
                    predicted.rate(),
                    predicted.q(),
                    new ReturnView(predicted.gain().mean(), predicted.gain().t()));
        }
    }

    /** Returns in the predicted direction. */
    record ReturnView(OptionalDouble mean, OptionalDouble t) {}
}
