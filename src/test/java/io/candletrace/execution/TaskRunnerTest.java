package io.candletrace.execution;

import static org.assertj.core.api.Assertions.assertThat;

import io.candletrace.execution.Workflow.Begin;
import io.candletrace.failure.FailureReason;
import io.candletrace.failure.ServiceException;
import io.candletrace.lineage.SignalId;
import io.candletrace.lineage.TaskId;
import io.candletrace.queue.TaskHandler.Outcome;
import io.candletrace.testing.ExecutionSettings;
import io.candletrace.testing.FakeWorkflow;
import io.candletrace.testing.FakeWorkflow.Loss;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class TaskRunnerTest {
    private static final TaskId TASK = new TaskId(1);
    private static final Uni<SignalId> SIGNAL = Uni.createFrom().item(new SignalId(1));

    private final MeterRegistry meters = new SimpleMeterRegistry();

    @Test
    void completesATask_thatHasItsSignal() {
        var workflow = FakeWorkflow.after(0);

        var outcome = handle(workflow, SIGNAL);

        assertThat(outcome).isInstanceOf(Outcome.Done.class);
        assertThat(workflow.written()).containsExactly("completed");
        assertThat(counted("completed")).isOne();
    }

    @Test
    void triesAgain_twiceAsLateEachTime_whenARetryHelps() {
        var first = FakeWorkflow.after(0);
        var second = FakeWorkflow.after(1);

        assertThat(wait(handle(first, failing(FailureReason.STORE_UNAVAILABLE))))
                .isBetween(Duration.ofSeconds(1), Duration.ofSeconds(2));
        assertThat(wait(handle(second, failing(FailureReason.STORE_UNAVAILABLE))))
                .isBetween(Duration.ofSeconds(2), Duration.ofSeconds(4));
        assertThat(first.written()).containsExactly("released: STORE_UNAVAILABLE: broken");
    }

    @Test
    void failsTheTask_onItsLastAttempt() {
        var workflow = FakeWorkflow.after(2);

        var outcome = handle(workflow, failing(FailureReason.STORE_UNAVAILABLE));

        assertThat(outcome).isInstanceOf(Outcome.Done.class);
        assertThat(workflow.written()).containsExactly("failed: STORE_UNAVAILABLE: broken");
    }

    @Test
    void failsTheTaskAtOnce_whenNoRetryHelps() {
        var workflow = FakeWorkflow.after(0);

        handle(workflow, failing(FailureReason.BARS_INVALID));

        assertThat(workflow.written()).containsExactly("failed: BARS_INVALID: broken");
    }

    @Test
    void keepsTheInsidesOfADefect_outOfTheRow() {
        var workflow = FakeWorkflow.after(0);

        handle(workflow, Uni.createFrom().failure(new IllegalStateException("secret insides")));

        assertThat(workflow.written())
                .singleElement()
                .asString()
                .startsWith("failed: INTERNAL")
                .doesNotContain("secret");
    }

    @Test
    void writesNothing_whenAnotherAttemptOwnsTheTask() {
        var workflow = FakeWorkflow.after(0);

        var outcome = handle(workflow, failing(FailureReason.STALE_ATTEMPT));

        assertThat(outcome).isInstanceOf(Outcome.Done.class);
        assertThat(workflow.written()).isEmpty();
        assertThat(counted("overtaken")).isOne();
    }

    @Test
    void endsATaskAsCancelled_whenItsExecutionWas() {
        var workflow = FakeWorkflow.after(0);

        var outcome = handle(workflow, failing(FailureReason.CANCELLED));

        assertThat(outcome).isInstanceOf(Outcome.Done.class);
        assertThat(workflow.written()).containsExactly("cancelled");
    }

    @Test
    void handsTheTaskBack_evenFromItsLastAttempt_whenTheDatabaseWasGone() {
        var workflow = FakeWorkflow.after(2);

        var outcome = handle(workflow, failing(FailureReason.DATABASE_UNAVAILABLE));

        assertThat(wait(outcome)).isBetween(Duration.ofSeconds(1), Duration.ofSeconds(2));
        assertThat(workflow.written()).containsExactly("handed back");
    }

    static Stream<Arguments> outages() {
        return Stream.of(
                Arguments.argumentSet(
                        "nothing arrives, twice", List.of(Loss.BEFORE_THE_COMMIT, Loss.BEFORE_THE_COMMIT)),
                Arguments.argumentSet("the answer to the commit is lost", List.of(Loss.AFTER_THE_COMMIT)),
                Arguments.argumentSet(
                        "nothing arrives, then the answer is lost",
                        List.of(Loss.BEFORE_THE_COMMIT, Loss.AFTER_THE_COMMIT)));
    }

    @ParameterizedTest
    @MethodSource("outages")
    void writesTheEndOnce_howeverTheConnectionBreaks(List<Loss> losses) {
        var workflow = FakeWorkflow.after(0);
        var work = SIGNAL.invoke(() -> workflow.losing(losses.toArray(Loss[]::new)));

        var outcome = handle(workflow, work);

        assertThat(outcome).isInstanceOf(Outcome.Done.class);
        assertThat(workflow.written()).containsExactly("completed");
        assertThat(counted("completed")).isOne();
    }

    @Test
    void writesNothing_whenAnotherOwnerTookTheTaskDuringAnOutage() {
        var workflow = FakeWorkflow.after(0);
        var work = SIGNAL.invoke(() -> workflow.losing(Loss.BEFORE_THE_COMMIT).giveAway());

        var outcome = handle(workflow, work);

        assertThat(outcome).isInstanceOf(Outcome.Done.class);
        assertThat(workflow.written()).isEmpty();
        assertThat(counted("overtaken")).isOne();
    }

    @Test
    void knowsItsOwnBegin_whoseAnswerWasLost() {
        var workflow = FakeWorkflow.after(0).losing(Loss.AFTER_THE_COMMIT, Loss.BEFORE_THE_COMMIT);

        handle(workflow, SIGNAL);

        assertThat(workflow.written()).containsExactly("completed");
    }

    @Test
    void comesAgain_whenItsBeginWasNotCommitted() {
        var workflow = FakeWorkflow.after(0).losing(Loss.BEFORE_THE_COMMIT);

        var outcome = handle(workflow, SIGNAL);

        assertThat(wait(outcome)).isPositive();
        assertThat(workflow.written()).isEmpty();
    }

    @Test
    void comesAgain_whenTheTaskMustWait() {
        var workflow = FakeWorkflow.answering(new Begin.NotNow(Duration.ofSeconds(1)));

        assertThat(handle(workflow, SIGNAL)).isEqualTo(new Outcome.Again(Duration.ofSeconds(1)));
    }

    @Test
    void doesNothing_whenTheTaskHasEnded() {
        var workflow = FakeWorkflow.answering(new Begin.Ended());

        assertThat(handle(workflow, failing(FailureReason.INTERNAL))).isInstanceOf(Outcome.Done.class);
    }

    @Test
    void handsBackAtOnce_whatIsUnderWayWhenTheServiceStops() throws Exception {
        // Given
        var workflow = FakeWorkflow.after(0);
        var slow = new CompletableFuture<SignalId>();
        var runner = runner(workflow, Uni.createFrom().completionStage(slow));
        var outcome = runner.handle(TASK).subscribeAsCompletionStage();

        // When
        runner.stop();

        // Then
        assertThat(outcome.get(10, TimeUnit.SECONDS)).isEqualTo(Outcome.Again.AT_ONCE);
        assertThat(slow).isNotDone();
        assertThat(workflow.written()).containsExactly("handed back");
    }

    @Test
    void beginsNothing_onceTheServiceStops() {
        var workflow = FakeWorkflow.after(0);
        var runner = runner(workflow, SIGNAL);
        runner.stop();

        var outcome = runner.handle(TASK).await().indefinitely();

        assertThat(outcome).isEqualTo(Outcome.Again.AT_ONCE);
        assertThat(workflow.written()).isEmpty();
    }

    @Test
    void worksOnATaskOnce_thatTheQueueBringsTwice() {
        // Given
        var begun = new AtomicInteger();
        var slow = new CompletableFuture<SignalId>();
        var runner = runner(
                FakeWorkflow.after(0),
                Uni.createFrom().completionStage(slow).onSubscription().invoke(begun::incrementAndGet));
        var first = runner.handle(TASK).subscribeAsCompletionStage();

        // When
        var second = runner.handle(TASK).await().indefinitely();

        // Then
        assertThat(wait(second)).isPositive();
        assertThat(begun).hasValue(1);
        slow.complete(new SignalId(1));
        assertThat(first.join()).isInstanceOf(Outcome.Done.class);
    }

    private Outcome handle(FakeWorkflow workflow, Uni<SignalId> work) {
        return runner(workflow, work).handle(TASK).await().atMost(Duration.ofSeconds(20));
    }

    private TaskRunner runner(FakeWorkflow workflow, Uni<SignalId> work) {
        return new TaskRunner(workflow, attempt -> work, new ExecutionSettings(), meters, new Random(1));
    }

    private double counted(String outcome) {
        return meters.counter("candletrace.task.attempts", "outcome", outcome).count();
    }

    private static Duration wait(Outcome outcome) {
        return ((Outcome.Again) outcome).after();
    }

    private static Uni<SignalId> failing(FailureReason reason) {
        return Uni.createFrom().failure(() -> new ServiceException(reason, "broken"));
    }
}
