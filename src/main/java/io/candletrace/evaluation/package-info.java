/** Hold what was signalled against what came of it. */
@NullMarked
package io.candletrace.evaluation;

import org.jspecify.annotations.NullMarked;
