package io.candletrace.indicator;

import io.candletrace.market.Bar;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Where the price turned: highs and lows that two bars on either side do not reach (Bill Williams' fractals, Trading Chaos, 1995).
 * A plateau counts once, at its first bar. The newest two bars can hold none yet.
 *
 * @param highs oldest first; may be empty
 * @param lows oldest first; may be empty
 */
public record SwingPoints(List<Point> highs, List<Point> lows) {
    private static final int WING_BARS = 2;

    public SwingPoints {
        highs = List.copyOf(highs);
        lows = List.copyOf(lows);
    }

    /**
     * One of them.
     *
     * @param index of its bar in what was looked at
     * @param price the bar's high or low
     */
    public record Point(int index, BigDecimal price) {}

    /**
     * Looks for them.
     *
     * @param bars oldest first
     */
    public static SwingPoints of(List<Bar> bars) {
        return new SwingPoints(points(bars, Bar::high, 1), points(bars, Bar::low, -1));
    }

    private static List<Point> points(List<Bar> bars, Function<Bar, BigDecimal> price, int sign) {
        var points = new ArrayList<Point>();
        for (var i = WING_BARS; i < bars.size() - WING_BARS; i++) {
            if (extreme(bars, i, price, sign)) {
                points.add(new Point(i, price.apply(bars.get(i))));
            }
        }
        return points;
    }

    /** Beyond the two bars before and not exceeded by the two after, so that a plateau counts once. */
    private static boolean extreme(List<Bar> bars, int index, Function<Bar, BigDecimal> price, int sign) {
        var point = price.apply(bars.get(index));
        for (var step = 1; step <= WING_BARS; step++) {
            var before = point.compareTo(price.apply(bars.get(index - step))) * sign;
            var after = point.compareTo(price.apply(bars.get(index + step))) * sign;
            if (before <= 0 || after < 0) {
                return false;
            }
        }
        return true;
    }
}
