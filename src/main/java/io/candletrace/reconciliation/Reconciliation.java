package io.candletrace.reconciliation;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * A row of {@code reconciliations}.
 *
 * @param trigger {@code scheduled manual}
 * @param dryRun whether it only looked
 * @param status {@code running completed failed abandoned}
 * @param objects that were listed
 * @param rowObjects objects that rows name, looked for
 * @param rehashed objects that were read and hashed
 * @param findings how many, by kind and action: {@code "orphan deleted": 3}
 * @param error why it failed
 */
public record Reconciliation(
        long id,
        String trigger,
        boolean dryRun,
        String status,
        Instant startedAt,
        Optional<Instant> endedAt,
        long objects,
        long rowObjects,
        long rehashed,
        Map<String, Long> findings,
        Optional<String> error) {}
