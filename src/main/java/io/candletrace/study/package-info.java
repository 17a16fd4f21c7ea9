/** Studies: a strategy run over a span of the past, judged and scored in one go, so that it can be repeated to the digit. */
@NullMarked
package io.candletrace.study;

import org.jspecify.annotations.NullMarked;
