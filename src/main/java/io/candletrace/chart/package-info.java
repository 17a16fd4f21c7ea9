/** Draw a series. */
@NullMarked
package io.candletrace.chart;

import org.jspecify.annotations.NullMarked;
