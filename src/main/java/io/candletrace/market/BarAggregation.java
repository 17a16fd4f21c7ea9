package io.candletrace.market;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Longer bars made of shorter ones: weeks and months of days, hours of half hours. */
public final class BarAggregation {
    private BarAggregation() {}

    /**
     * Aggregates bars by a calendar.
     *
     * <p>A period counts when it has closed by {@code asOf}. The first one counts only when its first bar is there, because its
     * open would be another bar's; the last one only when its last bar is there. In between, bars may be missing.
     *
     * @param bars of a shorter timeframe or of the same one, oldest first, each on a session of the calendar; may be empty
     * @return oldest first; the bars themselves that have closed by {@code asOf} when they are of that timeframe
     */
    public static List<Bar> aggregate(List<Bar> bars, Timeframe timeframe, TradingCalendar calendar, Instant asOf) {
        var aggregated = new ArrayList<Bar>();
        for (int start = 0, end; start < bars.size(); start = end) {
            var period = periodOf(bars.get(start), timeframe, calendar);
            end = endOfPeriod(bars, start, period);
            var parts = bars.subList(start, end);
            boolean begins = start > 0 || parts.getFirst().opensAt().equals(period.opensAt());
            boolean ends = end < bars.size() || parts.getLast().closesAt().equals(period.closesAt());
            if (begins && ends && !period.closesAt().isAfter(asOf)) {
                aggregated.add(merge(period, parts));
            }
        }
        return List.copyOf(aggregated);
    }

    private static int endOfPeriod(List<Bar> bars, int start, Session period) {
        int end = start + 1;
        while (end < bars.size() && bars.get(end).opensAt().isBefore(period.closesAt())) {
            end++;
        }
        return end;
    }

    private static Session periodOf(Bar bar, Timeframe timeframe, TradingCalendar calendar) {
        return calendar.periodAt(timeframe, bar.opensAt())
                .orElseThrow(() -> new IllegalArgumentException(
                        "a bar is of a session of " + calendar.id() + ", was of " + bar.sessionDate()));
    }

    private static Bar merge(Session period, List<Bar> parts) {
        if (parts.size() == 1 && parts.getFirst().period().equals(period)) {
            return parts.getFirst();
        }
        return new Bar(
                period.date(),
                period.opensAt(),
                period.closesAt(),
                parts.getFirst().open(),
                parts.stream().map(Bar::high).reduce(BigDecimal::max).orElseThrow(),
                parts.stream().map(Bar::low).reduce(BigDecimal::min).orElseThrow(),
                parts.getLast().close(),
                parts.stream().map(Bar::volume).reduce(BigDecimal.ZERO, BigDecimal::add));
    }
}
