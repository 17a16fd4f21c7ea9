package io.candletrace.analysis.claim;

import io.candletrace.indicator.IndicatedSeries;
import io.candletrace.market.Bar;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/** Candles among the last 3 bars, by Nison's definitions (Japanese Candlestick Charting Techniques, 1991). */
final class Candles {
    private static final int RECENT_BARS = 3;
    private static final int DECLINE_BARS = 5;
    private static final BigDecimal DOJI_SHARE = new BigDecimal("0.1");
    private static final BigDecimal HAMMER_SHADOWS = new BigDecimal("2");

    private Candles() {}

    /** A rising body that holds the whole falling body of the bar before, and is larger; or a falling one a rising one. */
    static Sighting engulfing(IndicatedSeries series, int sign) {
        var bars = series.series().bars();
        return recent(bars, 1, i -> engulfs(bars.get(i - 1), bars.get(i), sign));
    }

    /** Open and close at most a tenth of the bar's range apart. */
    static Sighting doji(IndicatedSeries series) {
        var bars = series.series().bars();
        return recent(
                bars,
                0,
                i -> range(bars.get(i)).signum() > 0
                        && body(bars.get(i)).compareTo(range(bars.get(i)).multiply(DOJI_SHARE)) <= 0);
    }

    /**
     * The lowest low of 5 bars, a lower shadow at least twice as long as the body, an upper one not longer than it, and a body.
     */
    static Sighting hammer(IndicatedSeries series) {
        var bars = series.series().bars();
        return recent(bars, DECLINE_BARS - 1, i -> lowest(bars, i) && hammer(bars.get(i)));
    }

    private static Sighting recent(List<Bar> bars, int before, IntPredicate there) {
        var first = bars.size() - RECENT_BARS;
        if (first < before) {
            return Sighting.untold("cannot be told from " + bars.size() + " bars");
        }
        return IntStream.range(first, bars.size())
                .filter(there)
                .mapToObj(i -> Sighting.of(true, "on " + bars.get(i).sessionDate()))
                .reduce((earlier, later) -> later)
                .orElseGet(() -> Sighting.of(false, "on none of the last 3 bars"));
    }

    private static boolean engulfs(Bar before, Bar bar, int sign) {
        return before.close().compareTo(before.open()) == -sign
                && bar.close().compareTo(bar.open()) == sign
                && bar.open().compareTo(before.close()) * sign <= 0
                && bar.close().compareTo(before.open()) * sign >= 0
                && body(bar).compareTo(body(before)) > 0;
    }

    private static boolean hammer(Bar bar) {
        var body = body(bar);
        return body.signum() > 0
                && lower(bar).subtract(bar.low()).compareTo(body.multiply(HAMMER_SHADOWS)) >= 0
                && bar.high().subtract(upper(bar)).compareTo(body) <= 0;
    }

    private static boolean lowest(List<Bar> bars, int index) {
        return bars.subList(index - DECLINE_BARS + 1, index).stream()
                .allMatch(before -> before.low().compareTo(bars.get(index).low()) > 0);
    }

    private static BigDecimal body(Bar bar) {
        return bar.close().subtract(bar.open()).abs();
    }

    private static BigDecimal range(Bar bar) {
        return bar.high().subtract(bar.low());
    }

    private static BigDecimal upper(Bar bar) {
        return bar.open().max(bar.close());
    }

    private static BigDecimal lower(Bar bar) {
        return bar.open().min(bar.close());
    }
}
