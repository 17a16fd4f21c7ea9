package io.candletrace.fault;

import java.io.IOException;
import java.util.HashSet;
import java.util.Map;

/** Has the service compare its objects with its rows, and then compares them itself. */
final class Reconciliation {
    private static final String KEYS = "select minio_object_key from charts union select html_object_key from charts"
            + " union select object_key from bar_snapshots";

    private final Rig rig;

    Reconciliation(Rig rig) {
        this.rig = rig;
    }

    /** How many objects no row knows. */
    long orphans() {
        run();
        var known = new HashSet<String>();
        rig.database().rows(KEYS).forEach(row -> known.add(row.getFirst()));
        return rig.store().keys().stream().filter(key -> !known.contains(key)).count();
    }

    private void run() {
        try {
            var reply = rig.replicas().getFirst().api().post("/api/reconciliations", Map.of());
            if (reply.status() >= 500) {
                throw new AssertionError("a reconciliation should start: " + reply);
            }
        } catch (IOException failure) {
            throw new AssertionError("a reconciliation should start", failure);
        }
    }
}
