package io.candletrace.evaluation.statistic;

import java.util.OptionalDouble;
import org.hipparchus.distribution.continuous.NormalDistribution;

/**
 * Whether one of two was right more often about the same questions, judged by those where only one was. McNemar, Psychometrika 12
 * (1947).
 *
 * @param firstOnly how often only the first was right
 * @param secondOnly how often only the second was right
 */
public record McNemar(int firstOnly, int secondOnly) {
    private static final int LEAST_FOR_CHI_SQUARED = 25;

    public McNemar {
        Columns.requireAtLeast(0, "the first's", firstOnly);
        Columns.requireAtLeast(0, "the second's", secondOnly);
    }

    /**
     * Counts them.
     *
     * @param first whether the first was right, one a question
     * @param second whether the second was right, about the same questions in the same order
     */
    public static McNemar of(boolean[] first, boolean[] second) {
        Columns.requireSameLength("first answers", first.length, "second answers", second.length);
        var firstOnly = 0;
        var secondOnly = 0;
        for (var i = 0; i < first.length; i++) {
            firstOnly += first[i] && !second[i] ? 1 : 0;
            secondOnly += second[i] && !first[i] ? 1 : 0;
        }
        return new McNemar(firstOnly, secondOnly);
    }

    /** How often only one was right. */
    public int discordant() {
        return firstOnly + secondOnly;
    }

    /**
     * Two-sided: exact binomial below 25 discordant pairs, else chi-squared of one degree of freedom with continuity correction.
     * Empty when there is no such pair.
     */
    public OptionalDouble pValue() {
        return discordant() < LEAST_FOR_CHI_SQUARED
                ? new Proportion(firstOnly, discordant()).pValue(0.5)
                : Figure.of(beyond(chiSquared()));
    }

    private double chiSquared() {
        var distance = Math.max(0.0, Math.abs(firstOnly - secondOnly) - 1);
        return distance * distance / discordant();
    }

    /** Chi-squared of one degree is a squared normal, whose lower tail keeps its digits where 1 - cdf has lost them. */
    private static double beyond(double chiSquared) {
        return 2 * new NormalDistribution().cumulativeProbability(-Math.sqrt(chiSquared));
    }
}
