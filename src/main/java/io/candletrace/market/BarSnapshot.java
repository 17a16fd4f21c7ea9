package io.candletrace.market;

import io.candletrace.lineage.Sha256;

/**
 * The exact bars of a series, warm-up included, in a canonical byte form that does not depend on when they were fetched.
 *
 * @param sha256 of the text's UTF-8 bytes
 * @param text the canonical form
 */
public record BarSnapshot(Sha256 sha256, String text) {}
