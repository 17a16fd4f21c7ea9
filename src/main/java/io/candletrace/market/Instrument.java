package io.candletrace.market;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Optional;
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
 * @param since first session under this owner of the ticker; absent when no other had it before
 */
public record Instrument(
        Symbol symbol,
        String exchange,
        OptionalLong conid,
        String currency,
        TradingCalendar calendar,
        BigDecimal tickSize,
        Optional<LocalDate> since) {
    public Instrument {
        if (tickSize.signum() <= 0) {
            throw new IllegalArgumentException("a tick is positive, was " + tickSize);
        }
    }

    /** An instrument that always had its ticker. */
    public Instrument(
            Symbol symbol,
            String exchange,
            OptionalLong conid,
            String currency,
            TradingCalendar calendar,
            BigDecimal tickSize) {
        this(symbol, exchange, conid, currency, calendar, tickSize, Optional.empty());
    }

    /** The same, as the owner of its ticker from this session on. */
    public Instrument since(Optional<LocalDate> session) {
        return new Instrument(symbol, exchange, conid, currency, calendar, tickSize, session);
    }

    /** The nearest price that can be quoted: a multiple of the tick, at least one. */
    public BigDecimal toTick(BigDecimal price) {
        var ticks = price.divide(tickSize, 0, RoundingMode.HALF_UP).max(BigDecimal.ONE);
        return ticks.multiply(tickSize);
    }
}
