/** The {@code prompt} package's tables. */
@NullMarked
package io.candletrace.prompt.postgres;

import org.jspecify.annotations.NullMarked;
