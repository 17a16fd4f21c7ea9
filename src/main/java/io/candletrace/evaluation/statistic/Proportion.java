package io.candletrace.evaluation.statistic;

import java.util.Optional;
import java.util.OptionalDouble;
import org.hipparchus.distribution.continuous.NormalDistribution;
import org.hipparchus.stat.inference.AlternativeHypothesis;
import org.hipparchus.stat.inference.BinomialTest;

/**
 * How many of how many.
 *
 * @param successes 0 to {@code trials}
 * @param trials 0 or more
 */
public record Proportion(long successes, long trials) {
    /** The 97.5th percentile of the normal distribution. */
    private static final double Z = 1.959963984540054;
    /** Up to so many trials the exact test is as quick as the normal approximation. */
    private static final long EXACT = 1_000;

    public Proportion {
        if (successes < 0 || successes > trials) {
            throw new IllegalArgumentException("0 to " + trials + " of " + trials + ", was " + successes);
        }
    }

    /** Their share; absent without trials. */
    public OptionalDouble rate() {
        return trials == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) successes / trials);
    }

    /**
     * The score interval of 95 %; absent without trials (Wilson, Probable inference, the law of succession, and statistical
     * inference, JASA 22, 1927).
     */
    public Optional<Interval> wilson() {
        if (trials == 0) {
            return Optional.empty();
        }
        var rate = (double) successes / trials;
        var scale = 1 + Z * Z / trials;
        var centre = (rate + Z * Z / (2 * trials)) / scale;
        var half = Z * Math.sqrt(rate * (1 - rate) / trials + Z * Z / (4.0 * trials * trials)) / scale;
        return Optional.of(new Interval(Math.max(0, centre - half), Math.min(1, centre + half)));
    }

    /**
     * How likely a rate at least as far off is when the true one is {@code expected}, two-sided: exact up to 1,000 trials, by the
     * normal approximation beyond. Absent without trials, and when {@code expected} is not between 0 and 1.
     */
    public OptionalDouble p(double expected) {
        if (trials == 0 || !(expected > 0 && expected < 1)) {
            return OptionalDouble.empty();
        }
        return OptionalDouble.of(trials <= EXACT ? exact(expected) : approximate(expected));
    }

    private double exact(double expected) {
        var p = new BinomialTest()
                .binomialTest((int) trials, (int) successes, expected, AlternativeHypothesis.TWO_SIDED);
        return Math.clamp(p, 0, 1);
    }

    private double approximate(double expected) {
        var deviation = Math.sqrt(expected * (1 - expected) / trials);
        var score = Math.abs((double) successes / trials - expected) / deviation;
        return 2 * new NormalDistribution().cumulativeProbability(-score);
    }
}
