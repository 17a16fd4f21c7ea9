/** The interactive page. */
@NullMarked
package io.candletrace.chart.html;

import org.jspecify.annotations.NullMarked;
