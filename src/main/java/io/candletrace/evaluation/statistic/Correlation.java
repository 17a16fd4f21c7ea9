package io.candletrace.evaluation.statistic;

import java.util.OptionalDouble;
import org.hipparchus.stat.correlation.PearsonsCorrelation;
import org.hipparchus.stat.ranking.NaturalRanking;

/** How two columns go together, from -1 to 1. */
public enum Correlation {
    /** Of the values: the product-moment correlation. */
    PEARSON,
    /** Of their ranks, tied values sharing the average of theirs. */
    SPEARMAN;

    /**
     * The correlation; empty below two pairs or when either column is all equal.
     *
     * @param first finite
     * @param second finite, one for each of the first
     */
    public OptionalDouble between(double[] first, double[] second) {
        Columns.requireSameLength("first values", first.length, "second values", second.length);
        var firsts = scaled(Columns.finite("a first value", first));
        var seconds = scaled(Columns.finite("a second value", second));
        if (Spread.of(firsts).isEmpty() || Spread.of(seconds).isEmpty()) {
            return OptionalDouble.empty();
        }
        var correlation = new PearsonsCorrelation().correlation(firsts, seconds);
        return Figure.of(Math.clamp(correlation, -1, 1));
    }

    private double[] scaled(double[] values) {
        return switch (this) {
            case PEARSON -> values;
            case SPEARMAN -> ranks(values);
        };
    }

    /** From 1, tied values sharing the average of theirs. */
    static double[] ranks(double[] values) {
        return values.length == 0 ? values : new NaturalRanking().rank(values);
    }
}
