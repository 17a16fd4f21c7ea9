/** Accept executions and run their tasks. */
@NullMarked
package io.candletrace.execution;

import org.jspecify.annotations.NullMarked;
