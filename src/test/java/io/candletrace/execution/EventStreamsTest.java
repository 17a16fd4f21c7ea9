package io.candletrace.execution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.candletrace.execution.EventLog.Position;
import io.candletrace.failure.FailureReason;
import io.candletrace.failure.ServiceException;
import io.candletrace.lineage.ExecutionId;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class EventStreamsTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Position START = new Position(new ExecutionId(1), 0);
    private static final Vertx VERTX = Vertx.vertx();

    private final KeptEvents log = new KeptEvents();
    private final EventStreams streams =
            new EventStreams(log, new EventPoller(log, VERTX), new OneStream(), new SimpleMeterRegistry());

    @AfterAll
    static void stopVertx() {
        VERTX.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void endsWithTheExecution_howeverManyEventsThereAre() {
        LongStream.rangeClosed(1, 1_200).forEach(id -> log.happened(id, "step_ended"));
        log.happened(1_201, "execution_ended");

        assertThat(told(START)).hasSize(1_201);
    }

    @Test
    void waitsForWhatHasNotHappenedYet() {
        log.happened(1, "execution_accepted");
        VERTX.setTimer(300, fired -> log.happened(2, "execution_ended"));

        assertThat(told(START)).containsExactly("execution_accepted", "execution_ended");
    }

    @Test
    void goesOn_whenTheExecutionIsRetriedAfterItsEnd() {
        log.happened(1, "execution_ended");
        log.happened(2, "execution_retried");
        VERTX.setTimer(300, fired -> log.happened(3, "execution_ended"));

        assertThat(told(START)).containsExactly("execution_ended", "execution_retried", "execution_ended");
    }

    @Test
    void closesAtOnce_whenTheEndIsKnown() {
        log.happened(1, "execution_ended");

        assertThat(told(new Position(START.execution(), 1))).isEmpty();
    }

    @Test
    void servesNoMoreStreams_thanItMay() {
        // Given
        var first = streams.follow(START).subscribe().with(events -> {});

        // When
        var refused = catchThrowableOfType(ServiceException.class, streams::requireRoom);
        first.cancel();

        // Then
        assertThat(refused.reason()).isEqualTo(FailureReason.TOO_MANY_STREAMS);
        assertThat(refused.detail()).contains("at most 1");
        assertThatCode(streams::requireRoom).doesNotThrowAnyException();
    }

    private List<String> told(Position from) {
        return streams.follow(from)
                .onItem()
                .<ExecutionEvent>disjoint()
                .map(ExecutionEvent::kind)
                .collect()
                .asList()
                .await()
                .atMost(PATIENCE);
    }

    /** Events of one execution. */
    private static final class KeptEvents implements EventLog {
        private final List<ExecutionEvent> events = new CopyOnWriteArrayList<>();

        void happened(long id, String kind) {
            events.add(new ExecutionEvent(
                    id,
                    1,
                    kind,
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Map.of(),
                    Instant.EPOCH));
        }

        @Override
        public Uni<List<List<ExecutionEvent>>> after(List<Position> positions) {
            return Uni.createFrom()
                    .item(() -> positions.stream().map(this::after).toList());
        }

        private List<ExecutionEvent> after(Position position) {
            return events.stream()
                    .filter(event -> event.id() > position.after())
                    .limit(PAGE)
                    .toList();
        }

        @Override
        public Uni<List<ExecutionEvent>> running(ExecutionId execution) {
            return Uni.createFrom().item(List.of());
        }

        @Override
        public Uni<Boolean> over(Position position) {
            return Uni.createFrom()
                    .item(() -> events.stream()
                            .filter(event -> event.id() <= position.after())
                            .reduce(false, (over, event) -> event.over(over), Boolean::logicalOr));
        }

        @Override
        public Uni<Integer> sweep(Duration age) {
            return Uni.createFrom().item(0);
        }
    }

    private static final class OneStream implements EventConfig {
        @Override
        public int eventStreams() {
            return 1;
        }

        @Override
        public Duration eventRetention() {
            return Duration.ofDays(1);
        }
    }
}
