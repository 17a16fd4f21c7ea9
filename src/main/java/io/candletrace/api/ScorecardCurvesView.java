package io.candletrace.api;

import io.candletrace.evaluation.scorecard.Curves;
import io.candletrace.evaluation.scorecard.Dimension;
import io.candletrace.evaluation.scorecard.Following;
import io.candletrace.evaluation.scorecard.GroupCurves;
import io.candletrace.evaluation.scorecard.MeanReturn;
import io.candletrace.evaluation.scorecard.Rate;
import io.candletrace.evaluation.scorecard.ReliabilityPoint;
import io.candletrace.evaluation.scorecard.RollingRate;
import io.candletrace.evaluation.scorecard.ScorecardCurves;
import io.candletrace.evaluation.statistic.Interval;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * Curves as they are answered. Long ones are thinned to about 1,000 points, the extremes among them.
 *
 * @param costRate of each position that is followed, as a share of its entry price
 * @param window how many predictions a rolling rate is of at least
 */
record ScorecardCurvesView(
        String subject, int horizon, List<String> groupBy, double costRate, int window, List<CurveGroupView> groups) {

    static ScorecardCurvesView of(ScorecardCurves curves) {
        var query = curves.table().query();
        var dimensions = query.groupBy().stream().map(Dimension::code).toList();
        return new ScorecardCurvesView(
                query.subject().name().toLowerCase(Locale.ROOT),
                query.horizon(),
                dimensions,
                curves.table().assumptions().costRate(),
                RollingRate.WINDOW,
                curves.groups().stream()
                        .map(group -> CurveGroupView.of(dimensions, group))
                        .toList());
    }

    /**
     * What is drawn of a group.
     *
     * @param group the value in each dimension
     */
    record CurveGroupView(Map<String, String> group, CurvesView forward, CurvesView backfilled) {
        static CurveGroupView of(List<String> dimensions, GroupCurves curves) {
            return new CurveGroupView(
                    ScorecardView.group(dimensions, curves.key()),
                    CurvesView.of(curves.forward()),
                    CurvesView.of(curves.backfilled()));
        }
    }

    /** What is drawn of one half of a group: {@link Curves}. */
    record CurvesView(
            Rate rate,
            OptionalDouble q,
            List<MeanReturn> returns,
            List<ReliabilityPoint> reliability,
            ScorecardView.FollowingView following,
            List<EquityView> equity,
            List<RollingView> rolling) {
        static CurvesView of(Curves curves) {
            return new CurvesView(
                    curves.rate(),
                    curves.q(),
                    curves.returns(),
                    curves.reliability(),
                    ScorecardView.FollowingView.of(curves.following()),
                    curves.equity().stream().map(EquityView::of).toList(),
                    curves.rolling().points().stream().map(RollingView::of).toList());
        }
    }

    /** The capital at the end of a day: {@link Following.Day}. */
    record EquityView(LocalDate day, double equity, double drawdown) {
        static EquityView of(Following.Day day) {
            return new EquityView(LocalDate.ofEpochDay(day.day()), day.equity(), day.drawdown());
        }
    }

    /** The predictions up to a day: {@link RollingRate.Point}. */
    record RollingView(LocalDate day, int n, double rate, Interval wilson, OptionalDouble baseRate) {
        static RollingView of(RollingRate.Point point) {
            return new RollingView(
                    LocalDate.ofEpochDay(point.day()), point.n(), point.rate(), point.wilson(), point.baseRate());
        }
    }
}
