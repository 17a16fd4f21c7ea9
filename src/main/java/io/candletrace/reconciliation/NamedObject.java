package io.candletrace.reconciliation;

import io.candletrace.lineage.Sha256;
import io.candletrace.storage.ObjectKey;

/**
 * An object that a row names.
 *
 * @param key where it should lie
 * @param sha256 what its bytes should hash to
 * @param table {@code charts} or {@code bar_snapshots}
 * @param row one of the rows that name it
 */
public record NamedObject(ObjectKey key, Sha256 sha256, String table, long row) {}
