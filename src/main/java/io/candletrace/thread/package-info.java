/** Hop off the caller's thread for work that blocks or burns CPU, and back to it. Everyone may import it; it imports nobody. */
@NullMarked
package io.candletrace.thread;

import org.jspecify.annotations.NullMarked;
