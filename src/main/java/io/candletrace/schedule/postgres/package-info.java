/** Fires and backfills in PostgreSQL. */
@NullMarked
package io.candletrace.schedule.postgres;

import org.jspecify.annotations.NullMarked;
