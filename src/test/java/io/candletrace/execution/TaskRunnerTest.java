package io.candletrace.execution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.candletrace.failure.FailureReason;
import io.candletrace.failure.ServiceException;
import io.candletrace.lineage.SignalId;
import io.candletrace.lineage.TaskId;
import io.candletrace.queue.TaskHandler.Outcome;
import io.candletrace.testing.FakeWorkflow;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class TaskRunnerTest {
    private static final TaskId TASK = new TaskId(1);

    @Test
    void completesATask_thatHasItsSignal() {
        var workflow = new FakeWorkflow(1);

        var outcome = handle(workflow, Uni.createFrom().item(new SignalId(1)));

        assertThat(outcome).isInstanceOf(Outcome.Done.class);
        assertThat(workflow.written()).containsExactly("completed");
    }

    @Test
    void triesAgain_twiceAsLateEachTime_whenARetryHelps() {
        var first = new FakeWorkflow(1);
        var second = new FakeWorkflow(2);

        assertThat(handle(first, failing(FailureReason.STORE_UNAVAILABLE)))
                .isEqualTo(new Outcome.Again(Duration.ofSeconds(2)));
        assertThat(handle(second, failing(FailureReason.STORE_UNAVAILABLE)))
                .isEqualTo(new Outcome.Again(Duration.ofSeconds(4)));
        assertThat(first.written()).containsExactly("released: STORE_UNAVAILABLE: broken");
    }

    @Test
    void failsTheTask_onItsLastAttempt() {
        var workflow = new FakeWorkflow(3);

        var outcome = handle(workflow, failing(FailureReason.STORE_UNAVAILABLE));

        assertThat(outcome).isInstanceOf(Outcome.Done.class);
        assertThat(workflow.written()).containsExactly("failed: STORE_UNAVAILABLE: broken");
    }

    @Test
    void failsTheTaskAtOnce_whenNoRetryHelps() {
        var workflow = new FakeWorkflow(1);

        handle(workflow, failing(FailureReason.BARS_INVALID));

        assertThat(workflow.written()).containsExactly("failed: BARS_INVALID: broken");
    }

    @Test
    void keepsTheInsidesOfADefect_outOfTheRow() {
        var workflow = new FakeWorkflow(1);

        handle(workflow, Uni.createFrom().failure(new IllegalStateException("secret insides")));

        assertThat(workflow.written())
                .singleElement()
                .asString()
                .startsWith("failed: INTERNAL")
                .doesNotContain("secret");
    }

    @Test
    void writesNothing_whenAnotherAttemptOwnsTheTask() {
        var workflow = new FakeWorkflow(1);

        var outcome = handle(workflow, failing(FailureReason.STALE_ATTEMPT));

        assertThat(outcome).isInstanceOf(Outcome.Done.class);
        assertThat(workflow.written()).isEmpty();
    }

    @Test
    void leavesTheTaskToTheQueue_whenTheDatabaseIsGone() {
        var workflow = new FakeWorkflow(1);

        assertThatThrownBy(() -> handle(workflow, failing(FailureReason.DATABASE_UNAVAILABLE)))
                .isInstanceOf(ServiceException.class);
        assertThat(workflow.written()).isEmpty();
    }

    @Test
    void doesNothing_whenTheTaskHasEnded() {
        var workflow = new FakeWorkflow(0);

        var outcome = handle(workflow, failing(FailureReason.INTERNAL));

        assertThat(outcome).isInstanceOf(Outcome.Done.class);
        assertThat(workflow.written()).isEmpty();
    }

    private static Outcome handle(FakeWorkflow workflow, Uni<SignalId> work) {
        return new TaskRunner(workflow, attempt -> work, new Patient())
                .handle(TASK)
                .await()
                .indefinitely();
    }

    private static Uni<SignalId> failing(FailureReason reason) {
        return Uni.createFrom().failure(() -> new ServiceException(reason, "broken"));
    }

    private static final class Patient implements ExecutionConfig {
        @Override
        public int attempts() {
            return 3;
        }

        @Override
        public Duration backOff() {
            return Duration.ofSeconds(2);
        }
    }
}
