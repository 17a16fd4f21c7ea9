/** Decide, pure: analyses in, one signal out. */
@NullMarked
package io.candletrace.signal;

import org.jspecify.annotations.NullMarked;
