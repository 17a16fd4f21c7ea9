package io.candletrace.evaluation.calibration;

import io.candletrace.evaluation.statistic.IsotonicRegression;
import io.candletrace.evaluation.statistic.IsotonicRegression.Breakpoint;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;

/**
 * From stated confidences to how often they came true: steps that never fall. Between two steps the lower holds, below the first the
 * first, above the last the last: models state few different confidences, and nothing is known of what they never said.
 *
 * @param knots at least one, in ascending order of what is stated
 */
public record CalibrationMap(List<Knot> knots) {
    /** A step that rests on fewer outcomes says nothing, as a rate in a scorecard. */
    public static final int LEAST_PER_STEP = 30;

    private static final int DECIMALS = 4;

    public CalibrationMap {
        knots = List.copyOf(knots);
        // What does not ascend is no step map.
        steps(knots);
    }

    /**
     * A step.
     *
     * @param stated the lowest confidence of the step, 0 to 1, 4 decimals
     * @param calibrated {@code hits / n}, 0 to 1, 4 decimals
     * @param n how many outcomes it rests on
     * @param hits how many of them came true
     */
    public record Knot(BigDecimal stated, BigDecimal calibrated, int n, int hits) {
        private static Knot of(Level level) {
            var rate = BigDecimal.valueOf(level.hits)
                    .divide(BigDecimal.valueOf(level.n), DECIMALS, RoundingMode.HALF_EVEN);
            return new Knot(
                    BigDecimal.valueOf(level.from).setScale(DECIMALS, RoundingMode.HALF_EVEN),
                    rate,
                    level.n,
                    level.hits);
        }
    }

    /**
     * The least-squares fit, after levels next to each other have been taken together until each rests on
     * {@value #LEAST_PER_STEP} outcomes.
     *
     * @param outcomes at least one; stated with at most 4 decimals
     */
    static CalibrationMap fit(StatedOutcomes outcomes) {
        var levels = grouped(levels(outcomes));
        var fitted = IsotonicRegression.fit(
                        levels.stream().mapToDouble(Level::from).toArray(),
                        levels.stream().mapToDouble(Level::rate).toArray(),
                        levels.stream().mapToDouble(Level::n).toArray())
                .orElseThrow(() -> new IllegalArgumentException("a map is fitted on at least one outcome"));
        return new CalibrationMap(pooled(levels, fitted).stream().map(Knot::of).toList());
    }

    /** What is made of confidences, one for each, in their order. */
    public double[] apply(double[] stated) {
        var steps = steps(knots);
        return Arrays.stream(stated).map(steps::apply).toArray();
    }

    private static IsotonicRegression steps(List<Knot> knots) {
        return new IsotonicRegression(knots.stream()
                .map(knot -> new Breakpoint(
                        knot.stated().doubleValue(), knot.calibrated().doubleValue()))
                .toList());
    }

    private static List<Level> levels(StatedOutcomes outcomes) {
        var levels = new TreeMap<Double, Level>();
        for (var row = 0; row < outcomes.size(); row++) {
            levels.merge(
                    outcomes.stated()[row],
                    new Level(outcomes.stated()[row], 1, outcomes.hit()[row] ? 1 : 0),
                    Level::with);
        }
        return List.copyOf(levels.values());
    }

    /** What is left over at the end joins the last. */
    private static List<Level> grouped(List<Level> levels) {
        var groups = new ArrayList<Level>();
        for (var level : levels) {
            join(groups, level, !groups.isEmpty() && groups.getLast().n < LEAST_PER_STEP);
        }
        if (groups.size() > 1 && groups.getLast().n < LEAST_PER_STEP) {
            join(groups, groups.removeLast(), true);
        }
        return groups;
    }

    /** The levels of each step together. */
    private static List<Level> pooled(List<Level> levels, IsotonicRegression fitted) {
        var steps = new ArrayList<Level>();
        for (var level : levels) {
            var begun = steps.size();
            var begins = begun < fitted.breakpoints().size()
                    && fitted.breakpoints().get(begun).confidence() == level.from;
            join(steps, level, !begins);
        }
        return steps;
    }

    private static void join(List<Level> levels, Level level, boolean together) {
        levels.add(together ? levels.removeLast().with(level) : level);
    }

    /** What was stated from a confidence on, and how often it came true. */
    private record Level(double from, int n, int hits) {
        double rate() {
            return (double) hits / n;
        }

        Level with(Level next) {
            return new Level(from, n + next.n, hits + next.hits);
        }
    }
}
