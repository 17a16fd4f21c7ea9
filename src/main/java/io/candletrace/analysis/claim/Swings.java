package io.candletrace.analysis.claim;

import io.candletrace.indicator.IndicatedSeries;
import io.candletrace.indicator.SwingPoints;
import io.candletrace.indicator.SwingPoints.Point;
import io.candletrace.market.Bar;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * How the last two swing highs or lows of the shown bars compare. A high that the bars after the last swing high have made counts as
 * one when it is higher, although it may not be over; of lows the same.
 */
final class Swings {
    private Swings() {}

    /** The last swing high is higher than the one before, or lower. */
    static Sighting highs(IndicatedSeries series, boolean rising) {
        var bars = series.displayedBars();
        return compared("swing highs", prices(bars, SwingPoints.of(bars).highs(), Bar::high, 1), rising);
    }

    /** The last swing low is higher than the one before, or lower. */
    static Sighting lows(IndicatedSeries series, boolean rising) {
        var bars = series.displayedBars();
        return compared("swing lows", prices(bars, SwingPoints.of(bars).lows(), Bar::low, -1), rising);
    }

    private static Sighting compared(String name, List<BigDecimal> prices, boolean rising) {
        if (prices.size() < 2) {
            return Sighting.untold("cannot be told from " + prices.size() + " " + name);
        }
        var lastTwo = prices.subList(prices.size() - 2, prices.size());
        var change = lastTwo.getLast().compareTo(lastTwo.getFirst());
        return Sighting.of(
                change == (rising ? 1 : -1),
                name + lastTwo.stream().map(Ground::plain).collect(Collectors.joining(", then ", " ", "")));
    }

    private static List<BigDecimal> prices(
            List<Bar> bars, List<Point> points, Function<Bar, BigDecimal> price, int sign) {
        var prices = new ArrayList<>(points.stream().map(Point::price).toList());
        if (!points.isEmpty()) {
            bars.subList(points.getLast().index() + 1, bars.size()).stream()
                    .map(price)
                    .max((one, other) -> one.compareTo(other) * sign)
                    .filter(extreme -> extreme.compareTo(points.getLast().price()) == sign)
                    .ifPresent(prices::add);
        }
        return prices;
    }
}
