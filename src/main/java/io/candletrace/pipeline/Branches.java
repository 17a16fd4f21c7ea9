package io.candletrace.pipeline;

import io.smallrye.mutiny.CompositeException;
import io.smallrye.mutiny.Uni;
import java.util.List;

/** Branches that run side by side. */
final class Branches {
    private Branches() {}

    /** All their items, in order. When some fail the others still finish, and the first failure is the failure. */
    static <T> Uni<List<T>> all(List<Uni<T>> branches) {
        return Uni.join()
                .all(branches)
                .andCollectFailures()
                .onFailure(CompositeException.class)
                .transform(failure -> ((CompositeException) failure).getCauses().getFirst());
    }
}
