/** The {@code strategy} package's tables. */
@NullMarked
package io.candletrace.strategy.postgres;

import org.jspecify.annotations.NullMarked;
