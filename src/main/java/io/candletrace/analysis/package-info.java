/** Ask an analyst about a chart. */
@NullMarked
package io.candletrace.analysis;

import org.jspecify.annotations.NullMarked;
