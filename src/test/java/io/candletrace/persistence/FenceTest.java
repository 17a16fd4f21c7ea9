package io.candletrace.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.candletrace.failure.FailureReason;
import io.candletrace.failure.ServiceException;
import io.candletrace.lineage.TaskId;
import io.candletrace.testing.Await;
import io.candletrace.testing.Database;
import io.candletrace.testing.PostgresResource;
import io.candletrace.testing.Runs;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import org.hibernate.reactive.mutiny.Mutiny;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(PostgresResource.class)
class FenceTest {
    private static final String WRITE = "update workflow_tasks set last_error = 'written' where id = ?1";

    @Inject
    Transactions transactions;

    @Inject
    Database database;

    private long task;

    @BeforeEach
    void beginTheSecondAttempt() {
        var execution = Runs.finished();
        task = Long.parseLong(database.column("select id from workflow_tasks where execution_id = ?", execution)
                .getFirst());
        database.change(
                "update workflow_tasks set status = 'running', attempts = 2, last_error = null where id = ?", task);
    }

    /** The run is shared with other tests. */
    @AfterEach
    void endTheTaskAgain() {
        database.change(
                "update workflow_tasks set status = 'completed', attempts = 1, last_error = null where id = ?", task);
    }

    @Test
    void letsTheOwnerWrite() {
        Await.item(() -> transactions.write(new Fence(new TaskId(task), 2), this::write));

        assertThat(written()).isEqualTo("written");
    }

    @Test
    void refusesAStaleAttempt_andWritesNothing() {
        assertThatThrownBy(() -> Await.item(() -> transactions.write(new Fence(new TaskId(task), 1), this::write)))
                .isInstanceOfSatisfying(
                        ServiceException.class,
                        refusal -> assertThat(refusal.reason()).isEqualTo(FailureReason.STALE_ATTEMPT));

        assertThat(written()).isEqualTo("null");
    }

    private Uni<Integer> write(Mutiny.Session session) {
        return session.createNativeQuery(WRITE).setParameter(1, task).executeUpdate();
    }

    private String written() {
        return database.value("select last_error from workflow_tasks where id = ?", task);
    }
}
