package io.candletrace.inspection;

import io.candletrace.market.Bar;
import io.candletrace.market.Session;
import io.candletrace.market.Timeframe;
import io.candletrace.market.TradingCalendar;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * A run of bars as sessions, oldest first; a bar that is longer than a session counts as one.
 *
 * @param parts the bars of each session, at least one
 * @param wholes each session as one bar
 */
record Sessions(TradingCalendar calendar, List<List<Bar>> parts, List<Bar> wholes) {
    static Sessions of(TradingCalendar calendar, Timeframe timeframe, List<Bar> bars) {
        if (!timeframe.intraday()) {
            return new Sessions(calendar, bars.stream().map(List::of).toList(), bars);
        }
        var parts = parts(bars);
        return new Sessions(calendar, parts, parts.stream().map(Sessions::whole).toList());
    }

    int size() {
        return wholes.size();
    }

    /** The first bar of a session. */
    Bar first(int session) {
        return parts.get(session).getFirst();
    }

    /**
     * What one session had traded when it was as old as another is at its last bar, so that a session which has only begun
     * can be compared.
     */
    double volume(int session, int other) {
        if (parts.get(session).size() == 1) {
            return wholes.get(session).volume().doubleValue();
        }
        var until = opensAt(session)
                .plus(Duration.between(opensAt(other), wholes.get(other).closesAt()));
        return parts.get(session).stream()
                .filter(bar -> !bar.closesAt().isAfter(until))
                .map(Bar::volume)
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .doubleValue();
    }

    private Instant opensAt(int session) {
        var whole = wholes.get(session);
        return calendar.session(whole.sessionDate()).map(Session::opensAt).orElse(whole.opensAt());
    }

    private static List<List<Bar>> parts(List<Bar> bars) {
        var parts = new ArrayList<List<Bar>>();
        for (int start = 0, end; start < bars.size(); start = end) {
            end = start + 1;
            while (end < bars.size()
                    && bars.get(end).sessionDate().equals(bars.get(start).sessionDate())) {
                end++;
            }
            parts.add(bars.subList(start, end));
        }
        return parts;
    }

    private static Bar whole(List<Bar> parts) {
        var first = parts.getFirst();
        var last = parts.getLast();
        return new Bar(
                first.sessionDate(),
                first.opensAt(),
                last.closesAt(),
                first.open(),
                parts.stream().map(Bar::high).reduce(first.high(), BigDecimal::max),
                parts.stream().map(Bar::low).reduce(first.low(), BigDecimal::min),
                last.close(),
                parts.stream().map(Bar::volume).reduce(BigDecimal.ZERO, BigDecimal::add));
    }
}
