/** What came of predictions, resolved against bars; pure: the same bars and terms give the same digits. */
@NullMarked
package io.candletrace.evaluation.outcome;

import org.jspecify.annotations.NullMarked;
