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
 * @param curve the capital at the end of each day on which a position ended, the day of the first entry before them; empty without
 *     positions
 */
public record Following(
        int positions,
        OptionalDouble sharpe,
        OptionalDouble sortino,
        OptionalDouble maximumDrawdown,
        OptionalDouble annualReturn,
        List<Day> curve) {
    private static final double SECONDS_OF_A_YEAR = 365.2425 * 86_400;
    private static final long SECONDS_OF_A_DAY = 86_400;
    private static final Following NONE = new Following(
            0,
            OptionalDouble.empty(),
            OptionalDouble.empty(),
            OptionalDouble.empty(),
            OptionalDouble.empty(),
            List.of());

    public Following {
        curve = List.copyOf(curve);
    }

    /**
     * The capital at the end of a day.
     *
     * @param day in UTC, days since 1970
     * @param equity from 1, at least 0
     * @param drawdown how far below the highest so far, 0 to -1
     */
    public record Day(long day, double equity, double drawdown) {}

    static Following of(Observations observed, double costRate) {
        return of(observed, observed.rows(row -> true), costRate);
    }

    /** Of these rows; the capital is parted between their series, those that only held among them. */
    static Following of(Observations observed, int[] rows, double costRate) {
        var held = held(observed, rows);
        var capitals = new HashMap<Integer, Double>();
        IntStream.of(rows).forEach(row -> capitals.put(observed.series()[row], 1.0));
        var capital = new TreeMap<Long, Double>();
        held.forEach(row -> {
            capitals.merge(
                    observed.series()[row], factor(observed, row, costRate), (before, factor) -> before * factor);
            capital.put(observed.exit()[row] / SECONDS_OF_A_DAY, mean(capitals));
        });
        return held.isEmpty() ? NONE : of(held.size(), capital, first(observed, held), observed.exit()[held.getLast()]);
    }

    private static Following of(int positions, TreeMap<Long, Double> capital, long entry, long exit) {
        var years = (exit - entry) / SECONDS_OF_A_YEAR;
        var equity = EquityCurve.of(changes(capital), (int) Math.max(1, Math.round(capital.size() / years)));
        return new Following(
                positions,
                equity.sharpe(),
                equity.sortino(),
                equity.maximumDrawdown(),
                equity.annualReturn(),
                curve(entry / SECONDS_OF_A_DAY, capital, equity));
    }

    private static List<Day> curve(long start, TreeMap<Long, Double> capital, EquityCurve equity) {
        var curve = new ArrayList<Day>();
        curve.add(new Day(start, 1, 0));
        var points = equity.points().iterator();
        for (var day : capital.keySet()) {
            var point = points.next();
            curve.add(new Day(day, point.equity(), point.drawdown()));
        }
        return curve;
    }

    /** By when they end. */
    private static List<Integer> held(Observations observed, int[] rows) {
        var free = new HashMap<Integer, Long>();
        var held = new ArrayList<Integer>();
        IntStream.of(rows)
                .filter(row -> observed.direction()[row] != 0)
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

    /** What is lost is no more than there was, although a price can more than double against a position. */
    private static double factor(Observations observed, int row, double costRate) {
        return Math.max(0, 1 + observed.direction()[row] * observed.change()[row] - costRate);
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

    private static long first(Observations observed, List<Integer> held) {
        return held.stream().mapToLong(row -> observed.entry()[row]).min().orElseThrow();
    }
}
