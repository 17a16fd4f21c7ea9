/** The {@code feed} package's tables. */
@NullMarked
package io.candletrace.feed.postgres;

import org.jspecify.annotations.NullMarked;
