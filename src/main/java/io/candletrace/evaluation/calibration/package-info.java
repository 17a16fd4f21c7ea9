/** What stated confidences were worth. */
@NullMarked
package io.candletrace.evaluation.calibration;

import org.jspecify.annotations.NullMarked;
