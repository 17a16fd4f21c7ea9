/** Reconciliations in PostgreSQL. */
@NullMarked
package io.candletrace.reconciliation.postgres;

import org.jspecify.annotations.NullMarked;
