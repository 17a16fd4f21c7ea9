package io.candletrace.inspection;

import io.candletrace.market.Bar;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;

/**
 * What is usual among bars. Distances of prices are logarithms of their ratio, so that they mean the same at any price, and
 * upwards the same as downwards.
 *
 * @param bars at least one
 */
record Usual(List<Bar> bars) {
    /** How far a bar's high is above its low: the median. */
    double range() {
        return median(bars.stream().mapToDouble(Usual::range).toArray());
    }

    /**
     * How far a price is from the next one that could be quoted. A share of a few cents jumps by a third and means nothing by
     * it.
     */
    double step(BigDecimal price) {
        int decimals = 0;
        for (var bar : bars) {
            decimals =
                    Math.max(decimals, Math.max(bar.open().scale(), bar.close().scale()));
        }
        return distance(price, price.add(BigDecimal.ONE.movePointLeft(decimals)));
    }

    /** How far a bar's high is above its low. */
    static double range(Bar bar) {
        return distance(bar.low(), bar.high());
    }

    /** From one price to another, positive upwards. */
    static double distance(BigDecimal from, BigDecimal to) {
        return Math.log(to.doubleValue() / from.doubleValue());
    }

    /** The middle one, or the mean of the two in the middle; 0 of none. Sorts them. */
    static double median(double[] values) {
        Arrays.sort(values);
        int middle = values.length / 2;
        if (values.length == 0) {
            return 0;
        }
        return values.length % 2 == 1 ? values[middle] : (values[middle - 1] + values[middle]) / 2;
    }
}
