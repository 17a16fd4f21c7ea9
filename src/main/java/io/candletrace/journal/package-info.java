/** Keep the evidence. */
@NullMarked
package io.candletrace.journal;

import org.jspecify.annotations.NullMarked;
