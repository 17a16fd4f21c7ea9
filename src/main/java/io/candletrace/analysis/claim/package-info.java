/** Hold what an answer says against the bars that its chart was drawn from. */
@NullMarked
package io.candletrace.analysis.claim;

import org.jspecify.annotations.NullMarked;
