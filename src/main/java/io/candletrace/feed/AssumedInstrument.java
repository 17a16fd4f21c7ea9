package io.candletrace.feed;

import io.candletrace.market.Instrument;
import io.candletrace.market.Symbol;
import java.util.OptionalLong;

/** What the configuration says about a symbol that nobody was asked about. */
public final class AssumedInstrument {
    private AssumedInstrument() {}

    /** The symbol at a venue, with the configured currency, tick and calendar. */
    public static Instrument of(FeedConfig config, Symbol symbol, String venue) {
        return new Instrument(
                symbol,
                venue,
                OptionalLong.empty(),
                config.currency(),
                config.calendars().getOrDefault(symbol.value(), config.calendar()),
                config.tickSize());
    }
}
