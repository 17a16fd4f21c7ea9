package io.candletrace.evaluation.statistic;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.hipparchus.distribution.continuous.NormalDistribution;
import org.hipparchus.distribution.discrete.BinomialDistribution;
import org.hipparchus.stat.interval.BinomialProportion;

/**
 * How many of how many, taken as independent of each other; {@link ClusteredMean} is for those that are not.
 *
 * @param hits from 0 to the count
 * @param count may be 0, which leaves every figure empty
 */
public record Proportion(int hits, int count) {
    private static final double LEVEL = 0.95;
    private static final int LEAST_FOR_THE_NORMAL = 1_000;
    private static final double TIED = 1 + 1e-7;

    public Proportion {
        if (hits < 0 || hits > count) {
            throw new IllegalArgumentException("hits must be from 0 to the count, were " + hits + " of " + count);
        }
    }

    /** The true ones among all. */
    public static Proportion of(boolean[] outcomes) {
        var hits = (int) IntStream.range(0, outcomes.length)
                .filter(index -> outcomes[index])
                .count();
        return new Proportion(hits, outcomes.length);
    }

    /** Hits per count, 0 to 1; empty for none. */
    public OptionalDouble rate() {
        return Figure.of((double) hits / count);
    }

    /**
     * Wilson's score interval, within 0 to 1; empty for none. Probable Inference, the Law of Succession, and Statistical
     * Inference, JASA 22 (1927).
     */
    public Optional<Interval> wilson() {
        if (count == 0) {
            return Optional.empty();
        }
        var interval = BinomialProportion.getWilsonScoreInterval(count, (double) hits / count, LEVEL);
        return Optional.of(new Interval(interval.getLowerBound(), interval.getUpperBound()).withinProportions());
    }

    /**
     * The two-sided p-value of the rate against a reference: exact binomial below 1,000 (every count as unlikely as this one or
     * more), by the normal approximation from there on. Empty for none, and against 0 or 1, from which nothing can differ by chance.
     *
     * @param reference a rate, 0 to 1
     */
    public OptionalDouble pValue(double reference) {
        if (!(reference >= 0 && reference <= 1)) {
            throw new IllegalArgumentException("a reference rate must be from 0 to 1, was " + reference);
        }
        if (count == 0 || reference == 0 || reference == 1) {
            return OptionalDouble.empty();
        }
        return Figure.of(count < LEAST_FOR_THE_NORMAL ? exact(reference) : approximate(reference));
    }

    /** By hand: Hipparchus 4.0.2 loses a side's half where the sides are equal but for rounding (2 of 3 at 0.5 gives 0.625, not 1). */
    private double exact(double reference) {
        var distribution = new BinomialDistribution(count, reference);
        var atMost = distribution.probability(hits) * TIED;
        var sum = IntStream.rangeClosed(0, count)
                .mapToDouble(distribution::probability)
                .filter(probability -> probability <= atMost)
                .sum();
        return Math.min(1, sum);
    }

    private double approximate(double reference) {
        var deviation = Math.sqrt(reference * (1 - reference) / count);
        var z = Math.abs((double) hits / count - reference) / deviation;
        return 2 * new NormalDistribution().cumulativeProbability(-z);
    }
}
