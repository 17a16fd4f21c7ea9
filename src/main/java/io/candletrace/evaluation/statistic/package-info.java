/** Statistics of predictions: pure arithmetic. What is undefined is absent: nothing here answers NaN or infinity. */
@NullMarked
package io.candletrace.evaluation.statistic;

import org.jspecify.annotations.NullMarked;
