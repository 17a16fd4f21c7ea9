/** Outcomes in PostgreSQL. */
@NullMarked
package io.candletrace.evaluation.postgres;

import org.jspecify.annotations.NullMarked;
