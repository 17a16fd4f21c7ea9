package io.candletrace.evaluation.effect;

import io.candletrace.evaluation.scorecard.Rate;
import java.util.OptionalDouble;

/**
 * What came of the predictions that were made in a state.
 *
 * @param side which of them
 * @param rate how often they were right, with what saying the same at any time would have been
 * @param gain returns in the predicted direction
 * @param q share of false discoveries among all of the answer whose lift is at least as significant; absent without a p-value
 */
public record Predicted(Side side, Rate rate, Move gain, OptionalDouble q) {

    static Predicted of(Side side, Situations seen, int[] rows) {
        var days = seen.days(rows);
        return new Predicted(
                side,
                Rate.of(seen.right(rows), seen.changes(rows), seen.base(rows), days, seen.reach()),
                Move.of(seen.gains(rows), days, seen.reach()),
                OptionalDouble.empty());
    }

    Predicted withQ(double found) {
        return new Predicted(side, rate, gain, OptionalDouble.of(found));
    }
}
