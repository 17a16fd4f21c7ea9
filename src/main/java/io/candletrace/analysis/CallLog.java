package io.candletrace.analysis;

import io.smallrye.mutiny.Uni;

/** Where calls are kept. */
public interface CallLog {
    /** Keeps a call, in a transaction of its own. Fails with {@code DATABASE_UNAVAILABLE}. */
    Uni<Void> record(ModelCall call);

    /** What all recorded calls of a question took, of this and of earlier attempts. Fails with {@code DATABASE_UNAVAILABLE}. */
    Uni<Spending> spending(Question question);
}
