/** Executions and tasks in PostgreSQL. */
@NullMarked
package io.candletrace.execution.postgres;

import org.jspecify.annotations.NullMarked;
