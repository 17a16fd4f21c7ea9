package io.candletrace.execution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.candletrace.execution.Workflow.Begin;
import io.candletrace.failure.FailureReason;
import io.candletrace.failure.ServiceException;
import io.candletrace.lineage.TaskId;
import io.candletrace.testing.Await;
import io.candletrace.testing.Database;
import io.candletrace.testing.PostgresResource;
import io.candletrace.testing.Tasks;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Begins and ends of attempts, as replicas and crashes make them follow each other. */
@QuarkusTest
@WithTestResource(PostgresResource.class)
class TaskBeginTest {
    @Inject
    Workflow workflow;

    @Inject
    Database database;

    @SuppressWarnings("NullAway.Init")
    private Tasks tasks;

    @BeforeEach
    void createTasks() {
        tasks = Tasks.create(database);
    }

    @AfterEach
    void endThem() {
        tasks.end();
    }

    @Test
    void countsFailedAttempts_andNothingElse() {
        // Given
        var first = begun(tasks.first());
        Await.item(() -> workflow.release(first.fence(), "STORE_UNAVAILABLE: broken"));
        var second = begun(tasks.first());
        Await.item(() -> workflow.handBack(second.fence()));

        // When
        var third = begun(tasks.first());

        // Then
        assertThat(third.fence().attempt()).isEqualTo(3);
        assertThat(third.history()).isEqualTo(new Attempt.History(1, 0));
        assertThat(third.last(2)).isTrue();
        assertThat(third.last(3)).isFalse();
        assertThat(tasks.column(tasks.first(), "losses")).isEqualTo("0");
        assertThat(tasks.column(tasks.first(), "last_error")).isEqualTo("STORE_UNAVAILABLE: broken");
    }

    @Test
    void countsALoss_whenTheOwnerIsGone() {
        // Given
        var lost = begun(tasks.first());

        // When
        var revived = begun(tasks.first());

        // Then
        assertThat(revived.fence().attempt()).isEqualTo(2);
        assertThat(revived.history().failures()).isZero();
        assertThat(tasks.column(tasks.first(), "losses")).isEqualTo("1");
        assertThatThrownBy(() -> Await.item(() -> workflow.complete(lost.fence())))
                .isInstanceOfSatisfying(
                        ServiceException.class,
                        failure -> assertThat(failure.reason()).isEqualTo(FailureReason.STALE_ATTEMPT));
        assertThat(Await.item(() -> workflow.settled(lost))).isFalse();
    }

    @Test
    void failsATask_whoseOwnersWentAwayThreeTimes() {
        // Given
        begun(tasks.first());
        begun(tasks.first());
        begun(tasks.first());

        // When
        var fourth = begin(tasks.first());

        // Then
        assertThat(fourth).isInstanceOf(Begin.Ended.class);
        assertThat(tasks.column(tasks.first(), "status || ' ' || last_error"))
                .isEqualTo("failed OWNER_LOST: the process that worked on it went away 3 times");
        assertThat(tasks.column(tasks.first(), "attempts || ' ' || failures")).isEqualTo("3 0");
        assertThat(tasks.column("status")).isEqualTo("running");
        var other = begun(tasks.second());
        Await.item(() -> workflow.complete(other.fence()));
        assertThat(tasks.column("status")).isEqualTo("completed");
    }

    @Test
    void letsOneSuspectRunAtATime_andLosesNoneForAnother() {
        // Given
        loseTwice(tasks.first());
        loseTwice(tasks.second());
        var alone = begun(tasks.first());

        // When
        var other = begin(tasks.second());

        // Then
        assertThat(other).isInstanceOf(Begin.NotNow.class);
        assertThat(tasks.column(tasks.second(), "losses || ' ' || attempts || ' ' || status"))
                .isEqualTo("2 1 ready");
        Await.item(() -> workflow.complete(alone.fence()));
        assertThat(begun(tasks.second()).fence().attempt()).isEqualTo(2);
    }

    @Test
    void knowsItsOwnBegin_andItsOwnEnd() {
        // Given
        var owner = UUID.randomUUID();
        Await.item(() -> workflow.begin(tasks.first(), owner));

        // When
        var found = Await.item(() -> workflow.begun(tasks.first(), owner)).orElseThrow();

        // Then
        assertThat(Await.item(() -> workflow.begun(tasks.first(), UUID.randomUUID())))
                .isEmpty();
        assertThat(found.fence().attempt()).isOne();
        assertThat(Await.item(() -> workflow.settled(found))).isFalse();
        Await.item(() -> workflow.complete(found.fence()));
        assertThat(Await.item(() -> workflow.settled(found))).isTrue();
        assertThat(Await.item(() -> workflow.begun(tasks.first(), owner))).isEmpty();
    }

    @Test
    void beginsNothing_thatHasEnded() {
        var attempt = begun(tasks.first());
        Await.item(() -> workflow.fail(attempt.fence(), "BARS_INVALID: broken"));

        assertThat(begin(tasks.first())).isInstanceOf(Begin.Ended.class);
        assertThat(tasks.column(tasks.first(), "failures || ' ' || losses")).isEqualTo("1 0");
    }

    private void loseTwice(TaskId task) {
        begun(task);
        database.change(
                "update workflow_tasks set losses = 2, status = 'ready', owner = null where id = ?", task.value());
    }

    private Attempt begun(TaskId task) {
        return ((Begin.Begun) begin(task)).attempt();
    }

    private Begin begin(TaskId task) {
        return Await.item(() -> workflow.begin(task, UUID.randomUUID()));
    }
}
