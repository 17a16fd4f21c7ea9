package io.candletrace.inspection;

import io.candletrace.market.Bar;
import io.candletrace.market.Finding;
import io.candletrace.market.FindingCode;
import io.candletrace.market.Session;
import io.candletrace.market.Timeframe;
import io.candletrace.market.TradingCalendar;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Looks for what is odd about a run of bars.
 *
 * @param calendar the instrument's
 * @param timeframe of the bars
 * @param bars oldest first, each at its place in the calendar; may be empty
 */
public record SeriesInspection(TradingCalendar calendar, Timeframe timeframe, List<Bar> bars) {
    public SeriesInspection {
        bars = List.copyOf(bars);
    }

    /** Everything that was found, each about one of these bars. */
    public List<Finding> findings() {
        return Stream.concat(bars.stream().flatMap(bar -> inconsistency(bar).stream()), gaps().stream())
                .toList();
    }

    private Optional<Finding> inconsistency(Bar bar) {
        if (isInside(bar.open(), bar) && isInside(bar.close(), bar)) {
            return Optional.empty();
        }
        var detail = "open and close should be from low " + bar.low().toPlainString() + " to high "
                + bar.high().toPlainString() + ", were " + bar.open().toPlainString() + " and "
                + bar.close().toPlainString();
        return Optional.of(Finding.of(FindingCode.OHLC_INCONSISTENT, bar, timeframe, detail));
    }

    private static boolean isInside(BigDecimal price, Bar bar) {
        return price.compareTo(bar.low()) >= 0 && price.compareTo(bar.high()) <= 0;
    }

    private List<Finding> gaps() {
        var gaps = new ArrayList<Finding>();
        for (int i = 1; i < bars.size(); i++) {
            var after = bars.get(i);
            var missing = missing(bars.get(i - 1).period(), after);
            if (!missing.isEmpty()) {
                gaps.add(Finding.of(FindingCode.GAP, after, timeframe, gap(missing)));
            }
        }
        return gaps;
    }

    private List<Session> missing(Session before, Bar after) {
        return Stream.iterate(calendar.next(timeframe, before), period -> calendar.next(timeframe, period))
                .takeWhile(period -> period.opensAt().isBefore(after.opensAt()))
                .toList();
    }

    private String gap(List<Session> missing) {
        var what = timeframe.intraday() ? " bars" : " sessions";
        return missing.size() == 1
                ? "the " + (timeframe.intraday() ? "bar" : "session") + " of " + name(missing.getFirst())
                        + " is missing"
                : missing.size() + what + " are missing, " + name(missing.getFirst()) + " to "
                        + name(missing.getLast());
    }

    private String name(Session period) {
        return timeframe.intraday()
                ? period.opensAt().toString()
                : period.date().toString();
    }
}
