package io.candletrace.evaluation.statistic;

import java.util.OptionalDouble;

/**
 * Confidences with what came of them, in any order: how far they can be taken for probabilities, and whether they tell hits
 * from misses.
 */
public final class Forecasts {
    private static final double CLIP = 1e-15;

    private final double[] confidences;
    private final boolean[] hits;

    private Forecasts(double[] confidences, boolean[] hits) {
        this.confidences = confidences;
        this.hits = hits;
    }

    /**
     * Pairs them.
     *
     * @param confidences 0 to 1
     * @param hits one a confidence
     */
    public static Forecasts of(double[] confidences, boolean[] hits) {
        Columns.requireSameLength("confidences", confidences.length, "hits", hits.length);
        return new Forecasts(Columns.probabilities("a confidence", confidences), hits.clone());
    }

    /** How many hits there are among them. */
    public Proportion hits() {
        return Proportion.of(hits);
    }

    /**
     * The mean squared distance of confidence and outcome, 0 (best) to 1; empty for none. Brier, Verification of Forecasts
     * Expressed in Terms of Probability (1950).
     */
    public OptionalDouble brier() {
        var sum = 0.0;
        for (var i = 0; i < hits.length; i++) {
            var distance = confidences[i] - (hits[i] ? 1 : 0);
            sum += distance * distance;
        }
        return Figure.of(sum / hits.length);
    }

    /**
     * What the Brier score gains on always forecasting the hit rate: 1 at best, 0 for no gain, negative for a loss. Empty for
     * none and when all are hits or all misses.
     */
    public OptionalDouble brierSkill() {
        var proportion = hits();
        if (oneClass(proportion)) {
            return OptionalDouble.empty();
        }
        var rate = proportion.rate().orElseThrow();
        return Figure.of(1 - brier().orElseThrow() / (rate * (1 - rate)));
    }

    /** The mean negative log likelihood, in nats, each confidence at least 1e-15 away from 0 and 1; empty for none. */
    public OptionalDouble logLoss() {
        var sum = 0.0;
        for (var i = 0; i < hits.length; i++) {
            var confidence = Math.clamp(confidences[i], CLIP, 1 - CLIP);
            sum -= Math.log(hits[i] ? confidence : 1 - confidence);
        }
        return Figure.of(sum / hits.length);
    }

    /**
     * How often a hit has the higher confidence than a miss, a tie counting half: the area under the ROC curve, 0 to 1. Empty for
     * none and when all are hits or all misses. Hanley and McNeil, Radiology 143 (1982).
     */
    public OptionalDouble auc() {
        var proportion = hits();
        if (oneClass(proportion)) {
            return OptionalDouble.empty();
        }
        var ranks = Correlation.ranks(confidences);
        var sum = 0.0;
        for (var i = 0; i < hits.length; i++) {
            sum += hits[i] ? ranks[i] : 0;
        }
        double positive = proportion.hits();
        return Figure.of((sum - positive * (positive + 1) / 2) / (positive * (proportion.count() - positive)));
    }

    /** The correlation of confidence and outcome, -1 to 1; empty when either is all equal. */
    public OptionalDouble pointBiserial() {
        return Correlation.PEARSON.between(confidences, Columns.indicators(hits));
    }

    /**
     * By bins of one width, (low, high], the first holding 0 too.
     *
     * @param bins at least 1
     */
    public ReliabilityTable byWidth(int bins) {
        Columns.requireAtLeast(1, "bins", bins);
        return new ReliabilityTable(Binning.byWidth(confidences, hits, bins));
    }

    /**
     * By bins of one number of forecasts as nearly as equal confidences can stay together, so of fewer bins where many are equal
     * (Nixon et al., Measuring Calibration in Deep Learning, 2019). Its {@link ReliabilityTable#expectedError()} is the adaptive one.
     *
     * @param bins at least 1
     */
    public ReliabilityTable byMass(int bins) {
        Columns.requireAtLeast(1, "bins", bins);
        return new ReliabilityTable(Binning.byMass(ConfidenceLevels.of(confidences, Columns.indicators(hits)), bins));
    }

    private static boolean oneClass(Proportion proportion) {
        return proportion.hits() == 0 || proportion.hits() == proportion.count();
    }
}
