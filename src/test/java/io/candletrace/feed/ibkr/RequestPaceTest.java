package io.candletrace.feed.ibkr;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RequestPaceTest {
    private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 1);
    private final RequestPace pace = new RequestPace(10, nanos::get);

    @Test
    void spreadsRequestsEvenly() {
        var waits = IntStream.range(0, 4).mapToObj(request -> pace.next()).toList();

        assertThat(waits).extracting(Duration::toMillis).containsExactly(0L, 100L, 200L, 300L);
    }

    @Test
    void letsNobodyWait_whenNobodyWasThereForAWhile() {
        pace.next();
        nanos.addAndGet(Duration.ofSeconds(5).toNanos());

        assertThat(pace.next()).isZero();
        assertThat(pace.next()).isEqualTo(Duration.ofMillis(100));
    }
}
