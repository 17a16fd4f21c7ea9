package io.candletrace.analysis.claim;

import io.candletrace.indicator.IndicatedSeries;
import io.candletrace.market.Bar;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * Breaks out of a range: the last close is beyond the highest high, or lowest low, that the 20 bars before the last 1, 2 or 3 bars
 * made (the channel of Donchian's four-week rule, on which the Turtles traded). It broke out on one of those bars, and still is out.
 */
final class Breaks {
    private static final int CHANNEL_BARS = 20;
    private static final int RECENT_BARS = 3;

    private Breaks() {}

    static Sighting upwards(IndicatedSeries series) {
        return beyond(series, Bar::high, 1);
    }

    static Sighting downwards(IndicatedSeries series) {
        return beyond(series, Bar::low, -1);
    }

    private static Sighting beyond(IndicatedSeries series, Function<Bar, BigDecimal> price, int sign) {
        var bars = series.series().bars();
        if (bars.size() < CHANNEL_BARS + RECENT_BARS) {
            return Sighting.untold("cannot be told from " + bars.size() + " bars");
        }
        var close = bars.getLast().close();
        // The easiest of the three edges to break: the lowest of three highs, the highest of three lows.
        var edge = IntStream.rangeClosed(1, RECENT_BARS)
                .mapToObj(recent -> edge(bars, recent, price, sign))
                .min(bySign(sign))
                .orElseThrow();
        return Sighting.of(
                close.compareTo(edge) == sign,
                "last close " + Ground.plain(close) + ", edge of the 20 bars before at " + Ground.plain(edge));
    }

    private static BigDecimal edge(List<Bar> bars, int recent, Function<Bar, BigDecimal> price, int sign) {
        var end = bars.size() - recent;
        return bars.subList(end - CHANNEL_BARS, end).stream()
                .map(price)
                .max(bySign(sign))
                .orElseThrow();
    }

    private static Comparator<BigDecimal> bySign(int sign) {
        return (one, other) -> one.compareTo(other) * sign;
    }
}
