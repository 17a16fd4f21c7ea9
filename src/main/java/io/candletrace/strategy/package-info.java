/** What to run and when, in immutable versions. */
@NullMarked
package io.candletrace.strategy;

import org.jspecify.annotations.NullMarked;
