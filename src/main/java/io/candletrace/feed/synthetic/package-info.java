/** Made-up bars, seeded and labelled. */
@NullMarked
package io.candletrace.feed.synthetic;

import org.jspecify.annotations.NullMarked;
