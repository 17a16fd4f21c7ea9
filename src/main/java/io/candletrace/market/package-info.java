/** What a bar is: symbols, instruments, timeframes, calendars, series and what was found odd in them. */
@NullMarked
package io.candletrace.market;

import org.jspecify.annotations.NullMarked;
