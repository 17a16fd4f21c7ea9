package io.candletrace.pipeline;

import io.candletrace.journal.Provenance;

/** What asking a question needs to know of the attempt that asks. */
sealed interface AttemptContext permits TaskContext, ReplayContext {
    /** Whose evidence it makes. */
    Provenance provenance();

    /** Whether nobody will try again, so that a missing answer is recorded as such. */
    boolean lastAttempt();
}
