/** Bars of crypto pairs from Binance's public market data, which asks for no key. */
@NullMarked
package io.candletrace.feed.binance;

import org.jspecify.annotations.NullMarked;
