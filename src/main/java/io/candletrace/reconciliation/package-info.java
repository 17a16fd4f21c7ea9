/** Hold rows against objects, and mend what can be mended. */
@NullMarked
package io.candletrace.reconciliation;

import org.jspecify.annotations.NullMarked;
