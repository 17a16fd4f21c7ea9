package io.candletrace.analysis.rules;

import io.candletrace.indicator.SwingPoints;
import io.candletrace.market.Bar;
import io.candletrace.market.Instrument;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Support and resistance from {@link SwingPoints}. Points within half an ATR make one level, their mean. A broken high counts as
 * support and a broken low as resistance.
 *
 * @param support below the last close, nearest first, at most three
 * @param resistance above the last close, nearest first, at most three
 */
record SwingLevels(List<BigDecimal> support, List<BigDecimal> resistance) {
    private static final int MAX_LEVELS = 3;
    private static final BigDecimal CLUSTER_ATRS = new BigDecimal("0.5");

    SwingLevels {
        support = List.copyOf(support);
        resistance = List.copyOf(resistance);
    }

    /**
     * Looks for them.
     *
     * @param bars the shown ones, oldest first, at least one
     * @param atr in the instrument's currency; 0 when unknown, then only equal points make one level
     */
    static SwingLevels of(List<Bar> bars, Instrument instrument, BigDecimal atr) {
        var close = bars.getLast().close();
        var levels = clustered(points(bars), atr.multiply(CLUSTER_ATRS)).stream()
                .map(instrument::toTick)
                .distinct()
                .toList();
        return new SwingLevels(
                nearest(levels.stream().filter(level -> level.compareTo(close) < 0), close),
                nearest(levels.stream().filter(level -> level.compareTo(close) > 0), close));
    }

    private static List<BigDecimal> nearest(Stream<BigDecimal> levels, BigDecimal close) {
        return levels.sorted(Comparator.comparing(level -> level.subtract(close).abs()))
                .limit(MAX_LEVELS)
                .toList();
    }

    private static List<BigDecimal> points(List<Bar> bars) {
        var swings = SwingPoints.of(bars);
        return Stream.concat(swings.highs().stream(), swings.lows().stream())
                .map(SwingPoints.Point::price)
                .sorted()
                .toList();
    }

    private static List<BigDecimal> clustered(List<BigDecimal> ascending, BigDecimal reach) {
        var levels = new ArrayList<BigDecimal>();
        var cluster = new ArrayList<BigDecimal>();
        for (var point : ascending) {
            if (!cluster.isEmpty() && point.subtract(cluster.getFirst()).compareTo(reach) > 0) {
                levels.add(mean(cluster));
                cluster.clear();
            }
            cluster.add(point);
        }
        if (!cluster.isEmpty()) {
            levels.add(mean(cluster));
        }
        return levels;
    }

    private static BigDecimal mean(List<BigDecimal> points) {
        var sum = points.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        return sum.divide(BigDecimal.valueOf(points.size()), 8, RoundingMode.HALF_UP);
    }
}
