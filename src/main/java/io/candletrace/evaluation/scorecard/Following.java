package io.candletrace.evaluation.scorecard;

import io.candletrace.evaluation.statistic.EquityCurve;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * What following the predictions would have come to: the capital is parted evenly between the series; each holds one position at a
 * time, from a prediction's entry to its horizon's end, then takes the next prediction made after that; HOLD is no position; each
 * position costs the stated rate.
 *
 * @param positions how many were held
 * @param sharpe of the returns between the days on which positions ended, scaled to a year; a risk-free rate of 0
 * @param sortino the same over the losses
 * @param maximumDrawdown the deepest fall from the highest capital, 0 or less
 * @param annualReturn compounded
 * @param curve the capital after each day on which a position ended, from 1
 */
public record Following(
        int positions,
        OptionalDouble sharpe,
        OptionalDouble sortino,
        OptionalDouble maximumDrawdown,
        OptionalDouble annualReturn,
        Map<Long, Double> curve) {
    private static final double SECONDS_OF_A_YEAR = 365.2425 * 86_400;
    private static final long SECONDS_OF_A_DAY = 86_400;

    static Following of(Observations observed, double costRate) {
        var held = held(observed);
        var capitals = new HashMap<Integer, Double>();
        IntStream.of(observed.series()).forEach(series -> capitals.put(series, 1.0));
        var curve = new TreeMap<Long, Double>();
        held.forEach(row -> {
            capitals.merge(
                    observed.series()[row], 1 + gain(observed, row, costRate), (capital, factor) -> capital * factor);
            curve.put(observed.exit()[row] / SECONDS_OF_A_DAY, mean(capitals));
        });
        return of(held.size(), curve, held.isEmpty() ? 0 : span(observed, held));
    }

    private static Following of(int positions, TreeMap<Long, Double> curve, double years) {
        if (years <= 0) {
            return new Following(
                    positions,
                    OptionalDouble.empty(),
                    OptionalDouble.empty(),
                    OptionalDouble.empty(),
                    OptionalDouble.empty(),
                    curve);
        }
        var equity = EquityCurve.of(changes(curve), (int) Math.max(1, Math.round(curve.size() / years)));
        return new Following(
                positions, equity.sharpe(), equity.sortino(), equity.maximumDrawdown(), equity.annualReturn(), curve);
    }

    /** By when they end. */
    private static List<Integer> held(Observations observed) {
        var free = new HashMap<Integer, Long>();
        var held = new ArrayList<Integer>();
        IntStream.of(observed.directed())
                .boxed()
                .sorted(Comparator.comparingLong((Integer row) -> observed.entry()[row])
                        .thenComparing(row -> row))
                .filter(row -> observed.entry()[row] >= free.getOrDefault(observed.series()[row], Long.MIN_VALUE))
                .forEach(row -> {
                    free.put(observed.series()[row], observed.exit()[row]);
                    held.add(row);
                });
        held.sort(Comparator.comparingLong(row -> observed.exit()[row]));
        return held;
    }

    private static double gain(Observations observed, int row, double costRate) {
        return observed.direction()[row] * observed.change()[row] - costRate;
    }

    /** In the order of the series, so that it is the same to the last digit each time. */
    private static double mean(Map<Integer, Double> capitals) {
        return capitals.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .mapToDouble(Map.Entry::getValue)
                .average()
                .orElse(1);
    }

    private static double[] changes(TreeMap<Long, Double> curve) {
        var changes = new double[curve.size()];
        var before = 1.0;
        var i = 0;
        for (var capital : curve.values()) {
            changes[i++] = before == 0 ? 0 : capital / before - 1;
            before = capital;
        }
        return changes;
    }

    private static double span(Observations observed, List<Integer> held) {
        var first = held.stream().mapToLong(row -> observed.entry()[row]).min().orElse(0);
        var last = observed.exit()[held.getLast()];
        return (last - first) / SECONDS_OF_A_YEAR;
    }
}
