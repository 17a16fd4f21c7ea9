/** Durable tasks by db-scheduler. */
@NullMarked
package io.candletrace.queue.dbscheduler;

import org.jspecify.annotations.NullMarked;
