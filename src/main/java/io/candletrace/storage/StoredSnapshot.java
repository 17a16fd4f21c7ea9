package io.candletrace.storage;

import io.candletrace.lineage.Sha256;
import io.candletrace.market.BarSeries;

/**
 * Exact bars that lie in the store, checked.
 *
 * @param series what was stored
 * @param key where
 * @param sha256 hash of the exact bars
 */
public record StoredSnapshot(BarSeries series, ObjectKey key, Sha256 sha256) {}
