package io.candletrace.feed;

import io.candletrace.market.TradingCalendar;
import io.candletrace.market.TradingCalendars;
import org.eclipse.microprofile.config.spi.Converter;

/** Reads a calendar's id from the configuration. */
public final class CalendarConverter implements Converter<TradingCalendar> {
    private static final long serialVersionUID = 1;

    @Override
    public TradingCalendar convert(String id) {
        return TradingCalendars.named(id)
                .orElseThrow(() -> new IllegalArgumentException(
                        "a calendar is one of " + String.join(", ", TradingCalendars.ids()) + ", was '" + id + "'"));
    }
}
