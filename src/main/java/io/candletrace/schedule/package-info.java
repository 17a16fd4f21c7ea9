/** Turn schedules, and spans of the past, into executions. */
@NullMarked
package io.candletrace.schedule;

import org.jspecify.annotations.NullMarked;
