/** The evidence tables. */
@NullMarked
package io.candletrace.journal.postgres;

import org.jspecify.annotations.NullMarked;
