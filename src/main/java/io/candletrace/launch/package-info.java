/** Main, first start, the demo. */
@NullMarked
package io.candletrace.launch;

import org.jspecify.annotations.NullMarked;
