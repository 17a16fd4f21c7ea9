package io.candletrace.evaluation.scorecard;

import java.util.Arrays;
import java.util.OptionalDouble;

/**
 * Whether predictions lean to one side.
 *
 * @param longShare share of BUY among those with a direction
 * @param longWhenUp the same among those after which the price rose; absent when it never did
 * @param longWhenDown the same among those after which it fell; absent when it never did
 * @param gap how much more often BUY was said before a rise than before a fall: 0 when the direction is not told
 */
public record Bias(
        OptionalDouble longShare, OptionalDouble longWhenUp, OptionalDouble longWhenDown, OptionalDouble gap) {

    static Bias of(Observations observed, int[] rows) {
        var up = share(
                observed,
                Arrays.stream(rows).filter(row -> observed.change()[row] > 0).toArray());
        var down = share(
                observed,
                Arrays.stream(rows).filter(row -> observed.change()[row] < 0).toArray());
        var gap = up.isPresent() && down.isPresent()
                ? OptionalDouble.of(up.getAsDouble() - down.getAsDouble())
                : OptionalDouble.empty();
        return new Bias(share(observed, rows), up, down, gap);
    }

    private static OptionalDouble share(Observations observed, int[] rows) {
        return Arrays.stream(rows)
                .mapToDouble(row -> observed.direction()[row] > 0 ? 1 : 0)
                .average();
    }
}
