/** Which indicators helped: what followed each state of each indicator. Pure arithmetic on what was kept and observed. */
@NullMarked
package io.candletrace.evaluation.effect;

import org.jspecify.annotations.NullMarked;
