package io.candletrace.execution;

import io.candletrace.lineage.BackfillId;
import io.candletrace.queue.TaskQueue.Priority;
import java.time.Instant;

/** Why an execution exists. A replay has its own way in. */
public sealed interface Trigger {
    /** The name that {@code workflow_executions.run_type} has for it. */
    String runType();

    /** Which tasks go first. */
    Priority priority();

    /** Somebody asked for it. */
    record Manual() implements Trigger {
        @Override
        public String runType() {
            return "manual";
        }

        @Override
        public Priority priority() {
            return Priority.MANUAL;
        }
    }

    /**
     * A strategy's schedule fired.
     *
     * @param fire the time it stands for, UTC; a strategy has at most one execution for it
     */
    record Scheduled(Instant fire) implements Trigger {
        @Override
        public String runType() {
            return "scheduled";
        }

        @Override
        public Priority priority() {
            return Priority.SCHEDULED;
        }
    }

    /**
     * A backfill got to this point of the past.
     *
     * @param backfill which one; it has at most one execution for an {@code as_of}
     */
    record Backfill(BackfillId backfill) implements Trigger {
        @Override
        public String runType() {
            return "backfill";
        }

        @Override
        public Priority priority() {
            return Priority.BACKFILL;
        }
    }
}
