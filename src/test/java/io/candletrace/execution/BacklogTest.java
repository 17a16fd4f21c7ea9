package io.candletrace.execution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.candletrace.failure.FailureReason;
import io.candletrace.failure.ServiceException;
import io.candletrace.lineage.TaskId;
import io.candletrace.queue.TaskQueue;
import io.candletrace.testing.ExecutionSettings;
import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.hibernate.reactive.mutiny.Mutiny;
import org.junit.jupiter.api.Test;

class BacklogTest {
    private final Queue queue = new Queue();
    private final Steps clock = new Steps();
    private final Backlog backlog = new Backlog(queue, new ExecutionSettings(), clock);

    @Test
    void refuses_whenMoreWaitThanIsPutUpWith() {
        queue.length = 10_001;

        assertThatThrownBy(() -> backlog.admit().await().indefinitely())
                .isInstanceOfSatisfying(
                        ServiceException.class,
                        failure -> assertThat(failure.reason()).isEqualTo(FailureReason.BACKLOG_FULL))
                .hasMessageContaining("10000");
    }

    @Test
    void admits_upToTheBound() {
        queue.length = 10_000;

        assertThat(hasRoom()).isTrue();
    }

    @Test
    void asksTheQueue_atMostOnceASecond() {
        // Given
        assertThat(hasRoom()).isTrue();
        queue.length = 20_000;

        // When
        clock.now = clock.now.plusMillis(999);
        assertThat(hasRoom()).isTrue();
        clock.now = clock.now.plusMillis(1);

        // Then
        assertThat(hasRoom()).isFalse();
        assertThat(queue.asked).isEqualTo(2);
    }

    private boolean hasRoom() {
        return backlog.hasRoom().await().atMost(Duration.ofSeconds(1));
    }

    private static final class Queue implements TaskQueue {
        private int length;
        private int asked;

        @Override
        public Uni<Void> enqueue(Mutiny.Session session, List<TaskId> tasks, Priority priority) {
            return Uni.createFrom().voidItem();
        }

        @Override
        public Uni<Void> remove(Mutiny.Session session, List<TaskId> tasks) {
            return Uni.createFrom().voidItem();
        }

        @Override
        public void wake() {
            length = 0;
        }

        @Override
        public void setClaiming(boolean claiming) {
            asked = 0;
        }

        @Override
        public Uni<Boolean> isLongerThan(int tasks) {
            asked++;
            return Uni.createFrom().item(length > tasks);
        }
    }

    private static final class Steps extends Clock {
        private Instant now = Instant.parse("2026-01-02T15:00:00Z");

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }
}
