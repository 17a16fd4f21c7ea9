package io.candletrace.inspection;

import io.candletrace.market.Bar;
import io.candletrace.market.Finding;
import io.candletrace.market.FindingCode;
import io.candletrace.market.Session;
import io.candletrace.market.Timeframe;
import io.candletrace.market.TradingCalendar;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Looks for bars that the calendar expects between two others. */
record GapCheck(TradingCalendar calendar, Timeframe timeframe, List<Bar> bars) {
    /** Twenty years of sessions; counting the minutes of so many years would take longer than all else. */
    private static final int MAX_COUNTED = 5_000;

    List<Finding> findings() {
        return IntStream.range(1, bars.size())
                .mapToObj(i -> finding(bars.get(i - 1), bars.get(i)))
                .flatMap(Optional::stream)
                .toList();
    }

    private Optional<Finding> finding(Bar before, Bar after) {
        if (isNextTo(before, after)) {
            return Optional.empty();
        }
        var first = calendar.next(timeframe, before.period());
        return isMissing(first, after)
                ? Optional.of(Finding.of(FindingCode.GAP, after, timeframe, words(first, after)))
                : Optional.empty();
    }

    /** Spares most bars the calendar. */
    private boolean isNextTo(Bar before, Bar after) {
        return before.closesAt().equals(after.opensAt())
                || timeframe == Timeframe.DAILY
                        && before.sessionDate().plusDays(1).equals(after.sessionDate());
    }

    private String words(Session first, Bar after) {
        var last = first;
        int count = 1;
        for (var period = calendar.next(timeframe, first);
                isMissing(period, after) && count <= MAX_COUNTED;
                period = calendar.next(timeframe, period)) {
            last = period;
            count++;
        }
        if (count == 1) {
            return "the " + noun() + " of " + name(first) + " is missing";
        }
        if (count <= MAX_COUNTED) {
            return count + " " + noun() + "s are missing, " + name(first) + " to " + name(last);
        }
        return "more than " + MAX_COUNTED + " " + noun() + "s are missing, " + name(first) + " to "
                + name(calendar.lastClosed(timeframe, after.opensAt()));
    }

    private static boolean isMissing(Session period, Bar after) {
        return period.opensAt().isBefore(after.opensAt());
    }

    private String noun() {
        return timeframe.intraday() ? "bar" : "session";
    }

    private String name(Session period) {
        return timeframe.intraday()
                ? period.opensAt().toString()
                : period.date().toString();
    }
}
