/** Arithmetic on bars, pure: a spec in, an indicated series out. */
@NullMarked
package io.candletrace.indicator;

import org.jspecify.annotations.NullMarked;
