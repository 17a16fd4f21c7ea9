/** Durable tasks. */
@NullMarked
package io.candletrace.queue;

import org.jspecify.annotations.NullMarked;
