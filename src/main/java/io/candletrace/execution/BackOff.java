package io.candletrace.execution;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * How long to wait before trying again: twice as long each time, up to a bound, with equal jitter. Half of the wait is kept and
 * the other half drawn, so that what failed together does not come back together and nothing comes back at once.
 */
final class BackOff {
    private static final int MAX_DOUBLINGS = 6;

    private final Duration first;
    private final RandomGenerator random;

    /** Waits at most {@code first} after the first failure. */
    BackOff(Duration first, RandomGenerator random) {
        this.first = first;
        this.random = random;
    }

    /**
     * The wait after so many failures.
     *
     * @param failures from 1
     */
    Duration after(int failures) {
        long whole =
                first.multipliedBy(1L << Math.min(failures - 1, MAX_DOUBLINGS)).toMillis();
        return Duration.ofMillis(whole / 2 + random.nextLong(whole - whole / 2 + 1));
    }
}
