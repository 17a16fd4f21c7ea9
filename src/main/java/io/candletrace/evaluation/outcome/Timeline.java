package io.candletrace.evaluation.outcome;

import io.candletrace.market.Bar;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;

/** A market's bars by their index, and in which terms their prices are. */
final class Timeline {
    private final List<Bar> bars;
    private final List<Split> splits;
    private final NavigableSet<LocalDate> suspects;
    private final Map<BigDecimal, List<SidedBar>> sided = new ConcurrentHashMap<>();

    Timeline(Market market) {
        bars = market.bars();
        splits = market.splits();
        suspects = new TreeSet<>(market.suspects());
    }

    int size() {
        return bars.size();
    }

    Bar bar(int index) {
        return bars.get(index);
    }

    /** All bars with their prices multiplied; made once for a factor, of which there are two for each split. */
    List<SidedBar> sided(BigDecimal scale) {
        return sided.computeIfAbsent(
                scale, _ -> bars.stream().map(bar -> SidedBar.of(bar, scale)).toList());
    }

    /** Index of the last bar that had closed by then; -1 when none had. */
    int lastClosedBy(Instant time) {
        return leading(bar -> !bar.closesAt().isAfter(time)) - 1;
    }

    /** Index of the first bar that opens then or later; the size when none does. */
    int firstFrom(Instant time) {
        return leading(bar -> bar.opensAt().isBefore(time));
    }

    /** What a price of the bars is multiplied by to be in the terms of this bar. */
    BigDecimal ratioSince(int index) {
        var from = lastSession(bars.get(index));
        var to = lastSession(bars.getLast());
        return splits.stream()
                .filter(split -> split.exDate().isAfter(from) && !split.exDate().isAfter(to))
                .map(Split::ratio)
                .reduce(BigDecimal.ONE, BigDecimal::multiply);
    }

    /** Index of the first bar that may be in other terms than the open of this one; the size when none may. */
    int firstSuspect(int index) {
        var suspect = suspects.higher(bars.get(index).sessionDate());
        return suspect == null ? size() : leading(bar -> lastSession(bar).isBefore(suspect));
    }

    /** The bar's last session. A week's date is that of its first one, and splits come in the middle of weeks. */
    private static LocalDate lastSession(Bar bar) {
        var closed = LocalDate.ofInstant(bar.closesAt().minusNanos(1), ZoneOffset.UTC);
        return closed.isAfter(bar.sessionDate()) ? closed : bar.sessionDate();
    }

    private int leading(Predicate<Bar> early) {
        return leading(bars, early);
    }

    /** How many bars there are before the first for which this does not hold, nor for any after it. */
    static int leading(List<Bar> bars, Predicate<Bar> early) {
        var low = 0;
        var high = bars.size();
        while (low < high) {
            var middle = (low + high) >>> 1;
            if (early.test(bars.get(middle))) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
