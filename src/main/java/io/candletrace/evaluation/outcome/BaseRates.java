package io.candletrace.evaluation.outcome;

import java.time.YearMonth;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How often the price rose and fell over a horizon, whoever predicted what: what a prediction has to beat.
 *
 * @param horizon in bars
 * @param months by the month of the entry bar's session, oldest first; only months in which something could be entered
 */
public record BaseRates(int horizon, SortedMap<YearMonth, Count> months) {
    public BaseRates {
        months = Collections.unmodifiableSortedMap(new TreeMap<>(months));
    }

    /**
     * Counts every bar as an entry at its open, left at the close of the horizon's last bar, as {@link Resolver} does. Entries
     * whose horizon the bars do not reach, or over which prices change terms, are left out.
     *
     * @param horizon in bars, at least 1
     */
    public static BaseRates of(Market market, int horizon) {
        if (horizon < 1) {
            throw new IllegalArgumentException("a horizon is at least one bar, was " + horizon);
        }
        var timeline = new Timeline(market);
        var months = new TreeMap<YearMonth, Count>();
        for (var entry = 0; entry <= timeline.size() - horizon; entry++) {
            var exit = entry + horizon - 1;
            if (timeline.firstSuspect(entry) > exit) {
                var bar = timeline.bar(entry);
                var rate = Rates.change(bar.open(), timeline.bar(exit).close());
                months.merge(YearMonth.from(bar.sessionDate()), Count.of(rate.signum()), Count::plus);
            }
        }
        return new BaseRates(horizon, months);
    }

    /**
     * How many.
     *
     * @param entries all of them; where neither up nor down, the price ended where it began
     * @param up after which the price was higher
     * @param down after which it was lower
     */
    public record Count(int entries, int up, int down) {
        private static Count of(int sign) {
            return new Count(1, sign > 0 ? 1 : 0, sign < 0 ? 1 : 0);
        }

        /** Both together. */
        public Count plus(Count other) {
            return new Count(entries + other.entries, up + other.up, down + other.down);
        }
    }
}
