package io.candletrace.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class RateLimitTest {
    private static final Instant NOW = Instant.parse("2026-01-05T15:00:00Z");

    @Test
    void spreadsRequestsEvenly() {
        var first = new RateLimit(6).take(Instant.EPOCH, NOW, 1);
        var second = new RateLimit(6).take(first.until(), NOW, 1);

        assertThat(first.pause()).isZero();
        assertThat(second.pause()).isEqualTo(Duration.ofSeconds(10));
    }

    @Test
    void letsATenthThroughAtOnce() {
        var limit = new RateLimit(100);
        var until = Instant.EPOCH;
        var atOnce = 0;
        for (var i = 0; i < 100; i++) {
            var taken = limit.take(until, NOW, 1);
            until = taken.until();
            atOnce += taken.pause().isZero() ? 1 : 0;
        }

        assertThat(atOnce).isEqualTo(11);
    }

    @Property(tries = 200)
    void neverGivesMoreThanTheLimit_inAnyMinute(
            @ForAll @IntRange(min = 1, max = 500) int perMinute, @ForAll @IntRange(max = 3_000) int everyMs) {
        var limit = new RateLimit(perMinute);
        var used = new ArrayList<Instant>();
        var until = Instant.EPOCH;
        for (var i = 0; i < 1_200; i++) {
            var asked = NOW.plusMillis((long) i * everyMs);
            var taken = limit.take(until, asked, 1);
            until = taken.until();
            used.add(asked.plus(taken.pause()));
        }

        for (var i = 0; i + perMinute < used.size(); i++) {
            assertThat(Duration.between(used.get(i), used.get(i + perMinute)))
                    .isGreaterThanOrEqualTo(Duration.ofSeconds(60).minusMillis(1));
        }
    }
}
