package io.candletrace.fault;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Map;

/** Has the service compare its objects with its rows, and then compares them itself. */
final class Reconciliation {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration BETWEEN_RUNS = Duration.ofSeconds(1);
    private static final String KEYS = "select minio_object_key from charts union select html_object_key from charts"
            + " union select object_key from bar_snapshots";

    private final Rig rig;

    Reconciliation(Rig rig) {
        this.rig = rig;
    }

    /** How many objects no row knows, one that is put there now among them, when the service has had time to take them away. */
    long orphans() {
        rig.store().putOrphan();
        var until = Instant.now().plus(PATIENCE);
        while (unknown() > 0 && Instant.now().isBefore(until)) {
            run();
            Pause.of(BETWEEN_RUNS);
        }
        return unknown();
    }

    private long unknown() {
        var known = new HashSet<String>();
        rig.database().rows(KEYS).forEach(row -> known.add(row.getFirst()));
        return rig.store().keys().stream().filter(key -> !known.contains(key)).count();
    }

    /** It may be that one is under way. */
    private void run() {
        try {
            var reply = rig.replicas().getFirst().api().post("/api/reconciliations", Map.of());
            if (reply.status() != 202 && reply.status() != 409) {
                throw new AssertionError("a reconciliation should start: " + reply);
            }
        } catch (IOException failure) {
            throw new AssertionError("a reconciliation should start", failure);
        }
    }
}
