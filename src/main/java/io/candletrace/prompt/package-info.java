/** Versioned prompt templates, rendered. */
@NullMarked
package io.candletrace.prompt;

import org.jspecify.annotations.NullMarked;
