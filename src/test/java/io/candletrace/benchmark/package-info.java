/** Programs that measure; the scripts under {@code docs/benchmark} run them. No test runs them. */
@NullMarked
package io.candletrace.benchmark;

import org.jspecify.annotations.NullMarked;
