/** Bars from a folder of CSV files. */
@NullMarked
package io.candletrace.feed.csv;

import org.jspecify.annotations.NullMarked;
