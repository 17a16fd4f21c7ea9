package io.candletrace.evaluation.outcome;

import static org.assertj.core.api.Assertions.assertThat;

import io.candletrace.market.Bar;
import io.candletrace.testing.SampleBars;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ResolverSpeedTest {
    /** Tells what was computed, however busy the machine is with something else. */
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private static final int PREDICTIONS = 5000;
    private static final Terms TERMS =
            new Terms(List.of(1, 5, 20, 60), EntryRule.LIMIT_IN_RANGE, TargetRule.CONSERVATIVE, BigDecimal.ZERO);

    @Test
    void resolvesThousandsOfPredictionsWithinASecond() {
        // Given
        var bars = SampleBars.wave(6000).bars();
        var resolver = new Resolver(
                new Market(
                        bars,
                        Basis.LAST_SHARES,
                        List.of(new Split(Side.day(5500), BigDecimal.TWO)),
                        Set.of(Side.day(5900)),
                        Optional.of(bars)),
                TERMS);
        var predictions = bars.stream()
                .limit(PREDICTIONS)
                .map(ResolverSpeedTest::prediction)
                .toList();

        // When
        var began = THREADS.getCurrentThreadCpuTime();
        var resolved = predictions.stream().map(resolver::resolve).toList();

        // Then
        assertThat(Duration.ofNanos(THREADS.getCurrentThreadCpuTime() - began)).isLessThan(Duration.ofSeconds(1));
        assertThat(resolved).hasSize(PREDICTIONS);
    }

    /** Levels so far away, in the terms before the split, that the trade is held for all of its 60 bars. */
    private static Prediction prediction(Bar bar) {
        var low = BigDecimal.valueOf(100);
        var high = BigDecimal.valueOf(300);
        var expiry = bar.closesAt().plus(Duration.ofDays(30));
        var idea = new Idea(low, high, BigDecimal.ONE, BigDecimal.valueOf(900), BigDecimal.valueOf(901), expiry, 60);
        return new Prediction(1, Direction.LONG, bar.closesAt(), bar.closesAt(), Optional.of(idea));
    }
}
