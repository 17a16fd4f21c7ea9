/** Read what a request says, which is text, into values; the same for answers and pages. */
@NullMarked
package io.candletrace.request;

import org.jspecify.annotations.NullMarked;
