package io.candletrace.feed.ibkr;

import io.candletrace.market.TradingCalendar;
import io.candletrace.market.TradingCalendars;
import java.util.Optional;
import java.util.Set;

/** When the vendor's venues are open. American stocks keep New York's hours wherever they are listed. */
final class Venues {
    private static final Set<String> AMERICAN =
            Set.of("NYSE", "NASDAQ", "ARCA", "AMEX", "BATS", "IEX", "PINK", "OTCBB", "CBOE", "NYSENAT", "LTSE", "CHX");

    private Venues() {}

    /** The calendar of a contract's listing; empty when nobody knows it. */
    static Optional<TradingCalendar> calendar(Contract contract) {
        return contract.american() || AMERICAN.contains(contract.exchange())
                ? Optional.of(TradingCalendars.XNYS)
                : Optional.empty();
    }
}
