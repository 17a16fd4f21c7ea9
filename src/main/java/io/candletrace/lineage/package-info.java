/** Names and fingerprints: ids, SHA-256, canonical forms. */
@NullMarked
package io.candletrace.lineage;

import org.jspecify.annotations.NullMarked;
