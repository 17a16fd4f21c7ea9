package io.candletrace.api;

import io.candletrace.evaluation.effect.Move;
import java.util.OptionalDouble;

/**
 * What the price did, whatever was predicted, as it is answered.
 *
 * @param mean of the forward returns, as shares of the entry price
 * @param t standard errors that the mean of a day's returns is from 0
 * @param up share of the returns above 0
 */
record MoveView(int n, int days, OptionalDouble mean, OptionalDouble t, OptionalDouble up) {
    static MoveView of(Move move) {
        return new MoveView(move.n(), move.days(), move.mean(), move.t(), move.positive());
    }
}
