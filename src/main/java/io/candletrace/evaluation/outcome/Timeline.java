package io.candletrace.evaluation.outcome;

import io.candletrace.market.Bar;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;

/** A market's bars by their index, and in which terms their prices are. */
final class Timeline {
    private final List<Bar> bars;
    private final Basis basis;
    private final List<Split> splits;
    private final NavigableSet<LocalDate> suspects;
    private final Map<Sight, List<SidedBar>> sided = new ConcurrentHashMap<>();

    Timeline(Market market) {
        bars = market.bars();
        basis = market.basis();
        splits = market.splits().stream()
                .sorted(Comparator.comparing(Split::exDate))
                .toList();
        suspects = new TreeSet<>(market.suspects());
    }

    int size() {
        return bars.size();
    }

    Bar bar(int index) {
        return bars.get(index);
    }

    /** All bars as a side of a trade sees them; made once for each of the few conversions there are. */
    List<SidedBar> sided(Conversion conversion, Direction side) {
        return sided.computeIfAbsent(
                new Sight(conversion, side),
                sight -> bars.stream()
                        .map(bar -> SidedBar.of(bar, sight.conversion(), sight.side()))
                        .toList());
    }

    /** Index of the last bar that had closed by then; -1 when none had. */
    int lastClosedBy(Instant time) {
        return leading(bar -> !bar.closesAt().isAfter(time)) - 1;
    }

    /** Index of the first bar that opens then or later; the size when none does. */
    int firstFrom(Instant time) {
        return leading(bar -> bar.opensAt().isBefore(time));
    }

    /** Brings prices of the bars into the terms of this bar. */
    Conversion conversion(int index) {
        var from = lastSession(bars.get(index));
        var since = BigDecimal.ONE;
        var all = BigDecimal.ONE;
        var most = BigDecimal.ONE;
        for (var split : splits.reversed()) {
            all = all.multiply(split.ratio());
            since = split.exDate().isAfter(from) ? all : since;
            most = most.max(all);
        }
        return new Conversion(since, basis == Basis.FEWEST_SHARES ? most : BigDecimal.ONE);
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

    /** Which side sees the bars in which terms. */
    private record Sight(Conversion conversion, Direction side) {}
}
