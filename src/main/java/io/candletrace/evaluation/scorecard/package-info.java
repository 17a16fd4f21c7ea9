/** Scorecards: how good predictions were, with what chance would have done beside it. Pure arithmetic on what was observed. */
@NullMarked
package io.candletrace.evaluation.scorecard;

import org.jspecify.annotations.NullMarked;
