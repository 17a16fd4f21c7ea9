/** Two beside each other: which of them is better, told only from what both said about the same. Pure arithmetic. */
@NullMarked
package io.candletrace.evaluation.comparison;

import org.jspecify.annotations.NullMarked;
