package io.candletrace.fault;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The executions that the service said it had accepted. */
final class Ledger {
    private final Set<Long> acknowledged = ConcurrentHashMap.newKeySet();

    void add(long execution) {
        acknowledged.add(execution);
    }

    Set<Long> acknowledged() {
        return Set.copyOf(acknowledged);
    }
}
