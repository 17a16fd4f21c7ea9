/** Arithmetic on outcomes, pure: columns of numbers in, figures out that are finite or absent. */
@NullMarked
package io.candletrace.evaluation.statistic;

import org.jspecify.annotations.NullMarked;
