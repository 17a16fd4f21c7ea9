package io.candletrace.evaluation.statistic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** An analyst who knows nothing must not be found to: over 1,000 seeds, its 95 % interval misses the base rate in one of twenty. */
class CoinFlipTest {
    private static final int SEEDS = 1_000;
    private static final int DAYS = 120;
    private static final int INSTRUMENTS = 8;
    private static final double BASE_RATE = 0.5;

    private static final long[] DAY_OF = LongStream.range(0, DAYS * INSTRUMENTS)
            .map(index -> index / INSTRUMENTS)
            .toArray();

    @Test
    void isWithinTheClusteredInterval_whenACoinIsFlippedForEachSignal() {
        var covered =
                LongStream.range(0, SEEDS).filter(seed -> covers(hits(seed, 1))).count();

        assertThat(covered).isBetween(930L, 970L);
    }

    @Test
    void isWithinTheClusteredInterval_whenACoinIsFlippedForEachDay() {
        var covered = LongStream.range(0, SEEDS)
                .filter(seed -> covers(hits(seed, INSTRUMENTS)))
                .count();

        assertThat(covered).isBetween(930L, 970L);
    }

    /** What the clusters are for: signals of one day are not that many coins. */
    @Test
    void isOutsideOfWilsonsInterval_tooOften_whenACoinIsFlippedForEachDay() {
        var covered = LongStream.range(0, SEEDS)
                .mapToObj(seed -> Proportion.of(hits(seed, INSTRUMENTS)))
                .filter(proportion -> proportion.wilson().orElseThrow().contains(BASE_RATE))
                .count();

        assertThat(covered).isLessThan(800);
    }

    private static boolean covers(boolean[] hits) {
        return ClusteredMean.of(hits, DAY_OF)
                .orElseThrow()
                .interval()
                .orElseThrow()
                .contains(BASE_RATE);
    }

    /** Whether the coin had the direction of a return that is half the market's, on a market that drifts upwards. */
    private static boolean[] hits(long seed, int signalsPerCoin) {
        var random = new SplittableRandom(seed);
        var hits = new boolean[DAYS * INSTRUMENTS];
        var market = 0.0;
        var goesLong = false;
        for (var i = 0; i < hits.length; i++) {
            market = i % INSTRUMENTS == 0 ? 0.2 + random.nextGaussian() : market;
            goesLong = i % signalsPerCoin == 0 ? random.nextBoolean() : goesLong;
            hits[i] = goesLong == (market + random.nextGaussian() > 0);
        }
        return hits;
    }
}
