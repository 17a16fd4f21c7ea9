package io.candletrace.market;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.OptionalLong;

/**
 * What is traded.
 *
 * @param symbol its name at the feed
 * @param exchange MIC or the feed's name for the venue; {@code SYNTHETIC} for made-up instruments
 * @param conid IBKR's contract id, when known
 * @param currency ISO 4217, or the quote asset of a crypto pair
 * @param calendar when it trades
 * @param tickSize the smallest price step, in the currency; positive
 */
public record Instrument(
        Symbol symbol,
        String exchange,
        OptionalLong conid,
        String currency,
        TradingCalendar calendar,
        BigDecimal tickSize) {
    public Instrument {
        if (tickSize.signum() <= 0) {
            throw new IllegalArgumentException("a tick is positive, was " + tickSize);
        }
    }

    /** The nearest price that can be quoted: a multiple of the tick, at least one. */
    public BigDecimal toTick(BigDecimal price) {
        var ticks = price.divide(tickSize, 0, RoundingMode.HALF_UP).max(BigDecimal.ONE);
        return ticks.multiply(tickSize);
    }
}
