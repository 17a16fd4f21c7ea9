/** The one exception and its closed list of reasons. */
@NullMarked
package io.candletrace.failure;

import org.jspecify.annotations.NullMarked;
