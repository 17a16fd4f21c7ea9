package io.candletrace.evaluation.statistic;

import io.candletrace.evaluation.statistic.ReliabilityTable.Bin;
import java.util.ArrayList;
import java.util.List;

/** Puts forecasts into the bins of a reliability table. */
final class Binning {
    private Binning() {}

    /** So many bins from 0 to 1, (low, high], empty ones too. */
    static List<Bin> byWidth(double[] confidences, boolean[] hits, int bins) {
        var counts = new int[bins];
        var sums = new double[bins];
        var hitCounts = new int[bins];
        for (var i = 0; i < confidences.length; i++) {
            var bin = bin(confidences[i], bins);
            counts[bin]++;
            sums[bin] += confidences[i];
            hitCounts[bin] += hits[i] ? 1 : 0;
        }
        var listed = new ArrayList<Bin>();
        for (var bin = 0; bin < bins; bin++) {
            listed.add(Bin.of(edge(bin, bins), edge(bin + 1, bins), counts[bin], sums[bin], hitCounts[bin]));
        }
        return listed;
    }

    /** At most so many bins, each ending at the first confidence that completes its share of the forecasts. */
    static List<Bin> byMass(ConfidenceLevels levels, int bins) {
        var total = 0.0;
        for (var level = 0; level < levels.count(); level++) {
            total += levels.weight(level);
        }
        var listed = new ArrayList<Bin>();
        var reached = 0.0;
        var first = 0;
        for (var level = 0; level < levels.count(); level++) {
            var before = reached;
            reached += levels.weight(level);
            if (Math.floor(reached * bins / total) > Math.floor(before * bins / total)) {
                listed.add(together(levels, first, level));
                first = level + 1;
            }
        }
        return listed;
    }

    private static Bin together(ConfidenceLevels levels, int first, int last) {
        var count = 0.0;
        var confidences = 0.0;
        var hits = 0.0;
        for (var level = first; level <= last; level++) {
            count += levels.weight(level);
            confidences += levels.weight(level) * levels.confidence(level);
            hits += levels.outcomes(level);
        }
        return Bin.of(levels.confidence(first), levels.confidence(last), (int) count, confidences, hits);
    }

    /** Found by the edges as they are printed: 0.7 * 10 is above 7, yet 0.7 belongs to the bin that ends there. */
    private static int bin(double confidence, int bins) {
        var bin = Math.clamp((int) Math.ceil(confidence * bins) - 1, 0, bins - 1);
        if (bin > 0 && confidence <= edge(bin, bins)) {
            return bin - 1;
        }
        return bin < bins - 1 && confidence > edge(bin + 1, bins) ? bin + 1 : bin;
    }

    private static double edge(int index, int bins) {
        return (double) index / bins;
    }
}
