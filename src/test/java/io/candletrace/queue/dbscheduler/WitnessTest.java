package io.candletrace.queue.dbscheduler;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.kagkarlsson.scheduler.event.SchedulerListener.SchedulerEventType;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** Heartbeats every 2 s of which 4 may be missed; the dead are looked for every 4 s. */
class WitnessTest {
    private final AtomicLong nanos = new AtomicLong();
    private final Witness witness = new Witness(Duration.ofSeconds(2), 4, nanos::get);

    @Test
    void tells_onceTheDatabaseAnsweredAsLongAsHeartbeatsMayBeMissed() {
        looks(4);
        assertThat(witness.canTell()).isFalse();

        looks(4);
        assertThat(witness.canTell()).isTrue();
    }

    @Test
    void tellsNothing_rightAfterAnOutage_whenEverybodysHeartbeatsAreOld() {
        // Given
        looks(4);
        looks(4);

        // When
        pass(30);

        // Then
        assertThat(witness.canTell()).isFalse();
        looks(0);
        looks(4);
        assertThat(witness.canTell()).isFalse();
        looks(4);
        assertThat(witness.canTell()).isTrue();
    }

    private void looks(int afterSeconds) {
        pass(afterSeconds);
        witness.onSchedulerEvent(SchedulerEventType.RAN_DETECT_DEAD);
    }

    private void pass(int seconds) {
        nanos.addAndGet(Duration.ofSeconds(seconds).toNanos());
    }
}
