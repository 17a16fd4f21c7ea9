/** Calls to models, what they cost and token counts in PostgreSQL. */
@NullMarked
package io.candletrace.analysis.postgres;

import org.jspecify.annotations.NullMarked;
