package io.candletrace.evaluation.effect;

import java.util.Arrays;
import java.util.List;

/**
 * What followed one state of one indicator.
 *
 * @param state which
 * @param market what the price did after it, whatever was predicted, HOLD among it: whether the state itself says anything
 * @param predicted what came of predictions, by side; those that nobody made are left out
 */
public record Effect(IndicatorState state, Move market, List<Predicted> predicted) {
    public Effect {
        predicted = List.copyOf(predicted);
    }

    static Effect of(IndicatorState state, Situations seen, int[] rows) {
        return new Effect(
                state,
                Move.of(seen.changes(rows), seen.days(rows), seen.reach()),
                Arrays.stream(Side.values())
                        .map(side -> Predicted.of(
                                side, seen, Situations.only(rows, row -> side.holds(seen.direction()[row]))))
                        .filter(predicted -> predicted.rate().n() > 0)
                        .toList());
    }

    Effect with(List<Predicted> others) {
        return new Effect(state, market, others);
    }
}
