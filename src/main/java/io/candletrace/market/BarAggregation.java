package io.candletrace.market;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Weekly and monthly bars made of daily ones. */
public final class BarAggregation {
    private BarAggregation() {}

    /**
     * Aggregates daily bars by a calendar.
     *
     * <p>A period counts when it has closed by {@code asOf}. The first one counts only when its first session is there,
     * because its open would be another session's; the last one only when its last session is there. In between, sessions
     * may be missing.
     *
     * @param daily oldest first, each on a session of the calendar; may be empty
     * @return oldest first; the daily bars themselves that have closed by {@code asOf} when daily is what is asked for
     */
    public static List<Bar> aggregate(List<Bar> daily, Timeframe timeframe, TradingCalendar calendar, Instant asOf) {
        if (timeframe == Timeframe.DAILY) {
            return daily.stream().filter(bar -> !bar.closesAt().isAfter(asOf)).toList();
        }
        var aggregated = new ArrayList<Bar>();
        for (int start = 0, end; start < daily.size(); start = end) {
            end = endOfPeriod(daily, start, timeframe);
            var sessions = daily.subList(start, end);
            var period = periodOf(sessions.getFirst(), timeframe, calendar);
            boolean begins = start > 0 || sessions.getFirst().opensAt().equals(period.opensAt());
            boolean ends = end < daily.size() || sessions.getLast().closesAt().equals(period.closesAt());
            if (begins && ends && !period.closesAt().isAfter(asOf)) {
                aggregated.add(merge(period, sessions));
            }
        }
        return List.copyOf(aggregated);
    }

    private static int endOfPeriod(List<Bar> daily, int start, Timeframe timeframe) {
        var last = DateSpan.of(timeframe, daily.get(start).sessionDate()).last();
        int end = start + 1;
        while (end < daily.size() && !daily.get(end).sessionDate().isAfter(last)) {
            end++;
        }
        return end;
    }

    private static Session periodOf(Bar bar, Timeframe timeframe, TradingCalendar calendar) {
        return calendar.period(timeframe, bar.sessionDate())
                .orElseThrow(() -> new IllegalArgumentException(
                        "a bar is of a session of " + calendar.id() + ", was of " + bar.sessionDate()));
    }

    private static Bar merge(Session period, List<Bar> sessions) {
        return new Bar(
                period.date(),
                period.opensAt(),
                period.closesAt(),
                sessions.getFirst().open(),
                sessions.stream().map(Bar::high).reduce(BigDecimal::max).orElseThrow(),
                sessions.stream().map(Bar::low).reduce(BigDecimal::min).orElseThrow(),
                sessions.getLast().close(),
                sessions.stream().map(Bar::volume).reduce(BigDecimal.ZERO, BigDecimal::add));
    }
}
