/** Hold recorded analyses against what they were made from, and against what was answered when it was asked again. */
@NullMarked
package io.candletrace.replay;

import org.jspecify.annotations.NullMarked;
