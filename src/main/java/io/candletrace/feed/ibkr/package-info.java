/** Bars from Interactive Brokers, through the gateway of its Client Portal Web API. */
@NullMarked
package io.candletrace.feed.ibkr;

import org.jspecify.annotations.NullMarked;
