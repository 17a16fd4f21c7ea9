/** The offline baseline. */
@NullMarked
package io.candletrace.analysis.rules;

import org.jspecify.annotations.NullMarked;
