/** The JPEG, drawn by JFreeChart. */
@NullMarked
package io.candletrace.chart.jfreechart;

import org.jspecify.annotations.NullMarked;
