/** Order the stages for one task. */
@NullMarked
package io.candletrace.pipeline;

import org.jspecify.annotations.NullMarked;
