package io.candletrace.page;

import io.candletrace.evaluation.scorecard.Curves;
import io.candletrace.evaluation.scorecard.Following;
import io.candletrace.evaluation.scorecard.MeanReturn;
import io.candletrace.evaluation.scorecard.ReliabilityPoint;
import io.candletrace.evaluation.scorecard.RollingRate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * What the page's script draws: columns, because they are shorter, rounded to what a screen shows. Days are days since 1970; shares
 * are of 1; what is absent is null.
 */
record PictureData(List<Line> lines) {

    static PictureData of(List<ShownCurves> shown) {
        return new PictureData(shown.stream().map(Line::of).toList());
    }

    /** All of one half of a group. */
    record Line(
            int place,
            String name,
            boolean forward,
            Equity equity,
            Rolling rolling,
            Returns returns,
            Reliability reliability) {
        static Line of(ShownCurves shown) {
            return new Line(
                    shown.place(),
                    shown.name(),
                    shown.forward(),
                    Equity.of(shown.curves()),
                    Rolling.of(shown.curves().rolling()),
                    Returns.of(shown.curves().returns()),
                    Reliability.of(shown.curves().reliability()));
        }
    }

    /** The curve of following. */
    record Equity(List<Long> day, List<@Nullable Double> equity, List<@Nullable Double> drawdown) {
        static Equity of(Curves curves) {
            var days = curves.equity();
            return new Equity(
                    days.stream().map(Following.Day::day).toList(),
                    column(days, Following.Day::equity),
                    column(days, Following.Day::drawdown));
        }
    }

    /** The rolling rate. */
    record Rolling(
            List<Long> day,
            List<@Nullable Double> rate,
            List<@Nullable Double> low,
            List<@Nullable Double> high,
            List<@Nullable Double> base) {
        static Rolling of(RollingRate rolling) {
            var points = rolling.points();
            return new Rolling(
                    points.stream().map(RollingRate.Point::day).toList(),
                    column(points, RollingRate.Point::rate),
                    column(points, point -> point.wilson().low()),
                    column(points, point -> point.wilson().high()),
                    optional(points, RollingRate.Point::baseRate));
        }
    }

    /** Returns by horizon. */
    record Returns(
            List<Integer> horizon,
            List<Integer> n,
            List<@Nullable Double> mean,
            List<@Nullable Double> low,
            List<@Nullable Double> high) {
        static Returns of(List<MeanReturn> returns) {
            return new Returns(
                    returns.stream().map(MeanReturn::horizon).toList(),
                    returns.stream().map(MeanReturn::n).toList(),
                    optional(returns, MeanReturn::mean),
                    optional(returns, found -> end(found.interval().map(interval -> interval.low()))),
                    optional(returns, found -> end(found.interval().map(interval -> interval.high()))));
        }

        private static OptionalDouble end(Optional<Double> end) {
            return end.map(OptionalDouble::of).orElseGet(OptionalDouble::empty);
        }
    }

    /** Stated against happened. */
    record Reliability(
            List<Integer> n,
            List<@Nullable Double> stated,
            List<@Nullable Double> happened,
            List<@Nullable Double> low,
            List<@Nullable Double> high) {
        static Reliability of(List<ReliabilityPoint> points) {
            return new Reliability(
                    points.stream().map(ReliabilityPoint::n).toList(),
                    column(points, ReliabilityPoint::stated),
                    column(points, ReliabilityPoint::happened),
                    column(points, point -> point.wilson().low()),
                    column(points, point -> point.wilson().high()));
        }
    }

    private static <T> List<@Nullable Double> column(List<T> rows, ToDoubleFunction<T> figure) {
        return optional(rows, row -> OptionalDouble.of(figure.applyAsDouble(row)));
    }

    private static <T> List<@Nullable Double> optional(List<T> rows, Function<T, OptionalDouble> figure) {
        var column = new ArrayList<@Nullable Double>(rows.size());
        for (var row : rows) {
            var found = figure.apply(row);
            column.add(found.isPresent() ? rounded(found.getAsDouble()) : null);
        }
        return column;
    }

    private static double rounded(double value) {
        return Math.round(value * 1e5) / 1e5;
    }
}
