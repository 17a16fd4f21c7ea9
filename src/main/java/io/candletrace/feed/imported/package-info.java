/** Bars that were imported over HTTP. */
@NullMarked
package io.candletrace.feed.imported;

import org.jspecify.annotations.NullMarked;
