/** The {@code queue} package's tables. */
@NullMarked
package io.candletrace.queue.postgres;

import org.jspecify.annotations.NullMarked;
