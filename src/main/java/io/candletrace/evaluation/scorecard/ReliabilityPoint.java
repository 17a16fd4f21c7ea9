package io.candletrace.evaluation.scorecard;

import io.candletrace.evaluation.statistic.Interval;
import io.candletrace.evaluation.statistic.Proportion;
import io.candletrace.evaluation.statistic.ReliabilityTable.Bin;
import java.util.List;

/**
 * What came of the probabilities in one range.
 *
 * @param n how many there are, at least 1
 * @param stated their mean, 0 to 1
 * @param happened how many came true, 0 to 1
 * @param wilson its interval of 95 %, as if all were independent
 */
public record ReliabilityPoint(int n, double stated, double happened, Interval wilson) {

    /** By range, ascending; those without any are left out. */
    static List<ReliabilityPoint> of(Confidence confidence) {
        return confidence.table().bins().stream()
                .filter(bin -> bin.count() > 0)
                .map(ReliabilityPoint::of)
                .toList();
    }

    private static ReliabilityPoint of(Bin bin) {
        var happened = bin.observedRate().orElseThrow();
        var hits = (int) Math.round(happened * bin.count());
        return new ReliabilityPoint(
                bin.count(),
                bin.meanConfidence().orElseThrow(),
                happened,
                new Proportion(hits, bin.count()).wilson().orElseThrow());
    }
}
