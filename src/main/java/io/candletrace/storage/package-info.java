/** Put bytes away by content hash, and read them back. */
@NullMarked
package io.candletrace.storage;

import org.jspecify.annotations.NullMarked;
