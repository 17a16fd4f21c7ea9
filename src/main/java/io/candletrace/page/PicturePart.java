package io.candletrace.page;

import io.candletrace.evaluation.scorecard.Confidence;
import io.candletrace.evaluation.scorecard.Curves;
import io.candletrace.evaluation.scorecard.Following;
import io.candletrace.evaluation.scorecard.MeanReturn;
import io.candletrace.evaluation.scorecard.RollingRate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * A picture on the page of scorecards.
 *
 * @param id by which the script knows it
 * @param title of it
 * @param lead how it is read
 * @param figures the same in words and numbers, one a line that is drawn; empty when nothing is
 * @param nothing why nothing is drawn; empty when something is
 */
public record PicturePart(String id, String title, String lead, List<String> figures, String nothing) {

    private static final String TOO_FEW = "No group has 30 predictions whose horizon is over.";

    /** All of them, of what is shown. */
    static List<PicturePart> of(List<ShownCurves> shown, int horizon, double costRate) {
        return List.of(
                ofEquity(shown, horizon, costRate), ofRates(shown), ofReturns(shown), ofReliability(shown, horizon));
    }

    private static PicturePart ofEquity(List<ShownCurves> shown, int horizon, double costRate) {
        var drawn = drawn(shown, curves -> !curves.equity().isEmpty());
        return new PicturePart(
                "equity",
                "Following the predictions",
                "Capital from 1, parted evenly between the series, one position a series at a time, each held for "
                        + bars(horizon) + "; costs of " + Figures.percent(costRate)
                        + " a position are taken off. Below it, how far it is under its highest.",
                sentences(drawn, PicturePart::equity),
                drawn.isEmpty() ? TOO_FEW : "");
    }

    private static PicturePart ofRates(List<ShownCurves> shown) {
        var drawn = drawn(shown, curves -> !curves.rolling().points().isEmpty());
        return new PicturePart(
                "rolling",
                "Hit rate of the latest " + RollingRate.WINDOW,
                "Of the latest " + RollingRate.WINDOW
                        + " predictions or, in whole days, a few more; the band is Wilson's interval of 95 %, the dotted line"
                        + " the base rate of the same predictions.",
                sentences(drawn, PicturePart::rolling),
                drawn.isEmpty() ? "No group has " + RollingRate.WINDOW + " predictions whose horizon is over." : "");
    }

    private static PicturePart ofReturns(List<ShownCurves> shown) {
        var drawn = drawn(
                shown,
                curves ->
                        curves.returns().stream().anyMatch(found -> found.mean().isPresent()));
        return new PicturePart(
                "returns",
                "Mean return by horizon",
                "In the predicted direction, before costs; intervals of 95 % by days, wider where horizons overlap.",
                sentences(drawn, PicturePart::returns),
                drawn.isEmpty() ? TOO_FEW : "");
    }

    private static PicturePart ofReliability(List<ShownCurves> shown, int horizon) {
        var drawn = drawn(shown, curves -> !curves.reliability().isEmpty());
        return new PicturePart(
                "reliability",
                "Stated against happened",
                "Each dot is the probabilities of one tenth, with their count; its bar is Wilson's interval of 95 %."
                        + " On the diagonal they come true as often as they say.",
                sentences(drawn, PicturePart::reliability),
                drawn.isEmpty()
                        ? "Nothing here states a probability for " + bars(horizon)
                                + " 30 times or more. The scores of rules-v1 are none, and a probability counts at the horizon"
                                + " that its strategy asks for only."
                        : "");
    }

    private static List<String> sentences(List<ShownCurves> drawn, Function<ShownCurves, String> figures) {
        return drawn.stream()
                .map(half -> half.label() + ": " + figures.apply(half) + ".")
                .toList();
    }

    private static List<ShownCurves> drawn(List<ShownCurves> shown, Predicate<Curves> has) {
        return shown.stream().filter(half -> has.test(half.curves())).toList();
    }

    private static String equity(ShownCurves half) {
        var following = half.curves().following();
        var curve = following.curve();
        var deepest = curve.stream()
                .min(Comparator.comparingDouble(Following.Day::drawdown))
                .orElseThrow();
        return "1.00 became " + Figures.multiple(curve.getLast().equity()) + " from "
                + Figures.day(curve.getFirst().day()) + " to "
                + Figures.day(curve.getLast().day()) + " in " + following.positions() + " positions, "
                + Figures.change(following.annualReturn()) + " a year; the deepest fall was "
                + Figures.percent(deepest.drawdown()) + ", on " + Figures.day(deepest.day());
    }

    private static String rolling(ShownCurves half) {
        var points = half.curves().rolling().points();
        var last = points.getLast();
        var rates = points.stream().mapToDouble(RollingRate.Point::rate).summaryStatistics();
        return "the latest " + last.n() + ", to " + Figures.day(last.day()) + ", were right in "
                + Figures.percent(last.rate()) + " (" + Figures.interval(Optional.of(last.wilson()))
                + ") against a base rate of " + Figures.percent(last.baseRate()) + "; at any time it was between "
                + Figures.percent(rates.getMin()) + " and " + Figures.percent(rates.getMax());
    }

    private static String returns(ShownCurves half) {
        return half.curves().returns().stream()
                .filter(found -> found.mean().isPresent())
                .map(PicturePart::mean)
                .collect(Collectors.joining(", "));
    }

    private static String mean(MeanReturn found) {
        return Figures.change(found.mean()) + " (" + Figures.signedInterval(found.interval(), 2) + ", n " + found.n()
                + ") after " + bars(found.horizon());
    }

    private static String reliability(ShownCurves half) {
        return half.curves().reliability().stream()
                        .map(point -> "of " + point.n() + " stated as " + Figures.percent(point.stated()) + ", "
                                + Figures.percent(point.happened()) + " came true")
                        .collect(Collectors.joining("; "))
                + "; the mean distance is "
                + half.curves()
                        .confidence()
                        .map(Confidence::expectedError)
                        .map(Figures::points)
                        .orElse(Words.NONE);
    }

    private static String bars(int horizon) {
        return horizon == 1 ? "1 bar" : horizon + " bars";
    }
}
