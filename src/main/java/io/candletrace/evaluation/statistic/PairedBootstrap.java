package io.candletrace.evaluation.statistic;

import java.util.Arrays;
import java.util.Optional;
import java.util.SplittableRandom;
import org.hipparchus.stat.StatUtils;

/**
 * The difference of two means over the same questions, with what it would have been on other days: whole days are drawn with
 * replacement, as many as there are. Efron and Tibshirani, An Introduction to the Bootstrap (1993); Davison and Hinkley, Bootstrap
 * Methods and their Application (1997), for the p-value.
 *
 * @param difference the first's mean less the second's, in their unit
 * @param interval from the 2.5th to the 97.5th percentile of the draws; a point when every day differs alike
 * @param pValue two-sided, of no difference: twice the rarer sign's share, itself counted as a draw, so never 0
 * @param days how many there are to draw from, at least 2
 * @param draws how often they were
 */
public record PairedBootstrap(double difference, Interval interval, double pValue, int days, int draws) {
    private static final int DRAWS = 10_000;

    /** {@link #of(double[], double[], long[], int, long)} with 10,000 draws. */
    public static Optional<PairedBootstrap> of(double[] first, double[] second, long[] days, long seed) {
        return of(first, second, days, DRAWS, seed);
    }

    /**
     * Draws; the same seed draws the same. Empty below two days.
     *
     * @param first finite, one a question
     * @param second finite, of the same questions in the same order
     * @param days one number a question, the same for the same day
     * @param draws at least 1
     */
    public static Optional<PairedBootstrap> of(double[] first, double[] second, long[] days, int draws, long seed) {
        Columns.requireSameLength("first values", first.length, "second values", second.length);
        Columns.requireSameLength("first values", first.length, "days", days.length);
        Columns.requireAtLeast(1, "draws", draws);
        var differences = Columns.finite("a first value", first);
        var subtracted = Columns.finite("a second value", second);
        Arrays.setAll(differences, index -> differences[index] - subtracted[index]);
        var clusters = DayClusters.of(days);
        return clusters.count() < 2
                ? Optional.empty()
                : drawn(differences, clusters, draws, new SplittableRandom(seed));
    }

    private static Optional<PairedBootstrap> drawn(
            double[] differences, DayClusters clusters, int draws, SplittableRandom random) {
        var sums = clusters.sums(differences);
        var means = new double[draws];
        Arrays.setAll(means, draw -> mean(sums, clusters, random));
        var difference = Arrays.stream(sums).sum() / differences.length;
        var low = StatUtils.percentile(means, 2.5);
        var high = StatUtils.percentile(means, 97.5);
        return Double.isFinite(difference) && Double.isFinite(low) && Double.isFinite(high)
                ? Optional.of(new PairedBootstrap(
                        difference, new Interval(low, high), pValue(means), clusters.count(), draws))
                : Optional.empty();
    }

    private static double mean(double[] sums, DayClusters clusters, SplittableRandom random) {
        var sum = 0.0;
        var count = 0L;
        for (var i = 0; i < sums.length; i++) {
            var day = random.nextInt(sums.length);
            sum += sums[day];
            count += clusters.size(day);
        }
        return sum / count;
    }

    private static double pValue(double[] means) {
        var notAbove = Arrays.stream(means).filter(mean -> mean <= 0).count();
        var notBelow = Arrays.stream(means).filter(mean -> mean >= 0).count();
        return Math.min(1, 2.0 * (Math.min(notAbove, notBelow) + 1) / (means.length + 1));
    }
}
