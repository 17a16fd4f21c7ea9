/** Server-rendered pages. */
@NullMarked
package io.candletrace.page;

import org.jspecify.annotations.NullMarked;
