package io.candletrace.evaluation.statistic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ClusteredMeanTest {
    private static final int SEEDS = 1_000;
    private static final int DAYS = 120;
    private static final int A_DAY = 8;
    private static final double BASE_RATE = 0.55;

    @Test
    void isAbsent_ofOneCluster() {
        assertThat(ClusteredMean.of(new double[] {1, 0}, new long[] {7, 7})).isEmpty();
    }

    @Test
    void isThePlainInterval_whenEachValueIsItsOwnCluster() {
        var mean = ClusteredMean.of(new double[] {1, 2, 3, 4}, new long[] {1, 2, 3, 4})
                .orElseThrow();

        // s = 1.2910, s / 2 = 0.6455
        assertThat(mean.error()).isCloseTo(Math.sqrt(5.0 / 3) / 2, within(1e-12));
        assertThat(mean.interval().low()).isCloseTo(2.5 - 3.182446305284264 * mean.error(), within(1e-9));
    }

    @Test
    void isWider_whenADaysValuesAreAlike() {
        var alike = ClusteredMean.of(new double[] {1, 1, 0, 0, 1, 1, 0, 0}, new long[] {1, 1, 2, 2, 3, 3, 4, 4})
                .orElseThrow();
        var apart = ClusteredMean.of(new double[] {1, 1, 0, 0, 1, 1, 0, 0}, new long[] {1, 2, 3, 4, 5, 6, 7, 8})
                .orElseThrow();

        assertThat(alike.error()).isGreaterThan(apart.error());
    }

    @Test
    void coversTheTruth_asOftenAsItSays() {
        var covered = IntStream.range(0, SEEDS)
                .filter(seed -> coinFlips(seed).interval().contains(BASE_RATE))
                .count();

        assertThat((double) covered / SEEDS).isBetween(0.93, 0.97);
    }

    /** All of a day move together more often than not, so that its outcomes are far from independent. */
    private static ClusteredMean coinFlips(long seed) {
        var random = new SplittableRandom(seed);
        var values = new double[DAYS * A_DAY];
        var days = new long[values.length];
        for (var day = 0; day < DAYS; day++) {
            var together = random.nextDouble() < BASE_RATE;
            for (var i = 0; i < A_DAY; i++) {
                var up = random.nextDouble() < 0.6 ? together : random.nextDouble() < BASE_RATE;
                values[day * A_DAY + i] = up ? 1 : 0;
                days[day * A_DAY + i] = day;
            }
        }
        return ClusteredMean.of(values, days).orElseThrow();
    }
}
