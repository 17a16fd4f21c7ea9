/** Fetch closed bars. */
@NullMarked
package io.candletrace.feed;

import org.jspecify.annotations.NullMarked;
