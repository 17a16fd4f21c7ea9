package io.candletrace.market;

import java.util.List;
import java.util.Optional;

/** The calendars there are. */
public final class TradingCalendars {
    /** The New York Stock Exchange's. */
    public static final TradingCalendar XNYS = new NyseCalendar();

    /** That of a market that never closes. */
    public static final TradingCalendar ALWAYS_OPEN = new AlwaysOpenCalendar();

    private static final List<TradingCalendar> ALL = List.of(XNYS, ALWAYS_OPEN);

    private TradingCalendars() {}

    /** The calendar of an id; empty when nobody has that id. */
    public static Optional<TradingCalendar> named(String id) {
        return ALL.stream().filter(calendar -> calendar.id().equals(id)).findFirst();
    }

    /** The ids that {@link #named} knows. */
    public static List<String> ids() {
        return ALL.stream().map(TradingCalendar::id).toList();
    }
}
