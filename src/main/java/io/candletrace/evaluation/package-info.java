/** Was it right? What was predicted against what the market did. */
@NullMarked
package io.candletrace.evaluation;

import org.jspecify.annotations.NullMarked;
