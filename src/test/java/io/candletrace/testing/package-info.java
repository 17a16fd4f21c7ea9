/** Fakes and fixtures that tests of several packages share. */
@NullMarked
package io.candletrace.testing;

import org.jspecify.annotations.NullMarked;
