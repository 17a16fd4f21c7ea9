package io.candletrace.evaluation.comparison;

import io.candletrace.evaluation.statistic.ClusteredMean;
import io.candletrace.evaluation.statistic.Interval;
import io.candletrace.evaluation.statistic.Proportion;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * How often one side was right.
 *
 * @param hits how often
 * @param rate hits among all; absent, as are the intervals, when there are too few
 * @param wilson its interval of 95 %, as if all were independent
 * @param clustered its interval of 95 % when those of a day are not
 */
public record HitRate(int hits, OptionalDouble rate, Optional<Interval> wilson, Optional<Interval> clustered) {

    static HitRate of(boolean[] right, long[] days) {
        var proportion = Proportion.of(right);
        return right.length < Pairs.LEAST
                ? new HitRate(proportion.hits(), OptionalDouble.empty(), Optional.empty(), Optional.empty())
                : new HitRate(
                        proportion.hits(),
                        proportion.rate(),
                        proportion.wilson(),
                        ClusteredMean.of(right, days).flatMap(ClusteredMean::interval));
    }
}
