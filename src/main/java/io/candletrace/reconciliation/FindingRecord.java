package io.candletrace.reconciliation;

import java.time.Instant;
import java.util.Optional;

/**
 * A row of {@code reconciliation_findings}.
 *
 * @param kind {@code orphan missing damaged}
 * @param tableName whose row names the object; absent when none does
 * @param action {@code found deleted repaired flagged}
 */
public record FindingRecord(
        long id,
        long reconciliationId,
        String kind,
        String objectKey,
        Optional<String> tableName,
        Optional<Long> rowId,
        String action,
        String detail,
        Instant foundAt) {}
