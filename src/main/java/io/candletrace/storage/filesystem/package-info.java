/** Objects in a folder. */
@NullMarked
package io.candletrace.storage.filesystem;

import org.jspecify.annotations.NullMarked;
