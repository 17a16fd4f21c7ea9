package io.candletrace.evaluation.statistic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Published figures, to the precision they were printed with. */
class StatisticVectorsTest {
    private static final Offset<Double> FOUR = within(0.5e-4);
    private static final Offset<Double> SIX = within(0.5e-6);
    private static final Offset<Double> TEN = within(0.5e-10);
    private static final Offset<Double> ALL = within(1e-12);

    private static final double[] STATED = {.9, .8, .75, .7, .65, .6, .6, .55, .85, .7};
    private static final boolean[] HAPPENED = {true, false, true, true, false, true, false, true, true, false};
    /** The first period of the reference has no return and counts as one of 0 where a year is made of periods. */
    private static final double[] MIXED = {.01, .10, -.04, .02, .03, .02, .01, -.10};

    private static final double[] NEGATIVE = {0, -.06, -.07, -.01, -.09, -.02, -.06, -.08, -.05};
    private static final double[] UPS_AND_DOWNS = {.5, -.4, .5, -.4};
    private static final int DAYS = 252;

    @ParameterizedTest
    @MethodSource
    void isAsPublished(Supplier<OptionalDouble> figure, double published, Offset<Double> precision) {
        assertThat(figure.get().orElseThrow()).isCloseTo(published, precision);
    }

    static Stream<Arguments> isAsPublished() {
        return Stream.of(proportions(), calibrations(), correlations(), curves())
                .flatMap(figures -> figures);
    }

    private static Stream<Arguments> proportions() {
        return Stream.of(
                figure("low of 19/37", () -> low(19, 37), 0.3589, FOUR),
                figure("high of 19/37", () -> high(19, 37), 0.6655, FOUR),
                figure("low of 20/35", () -> low(20, 35), 0.4086, FOUR),
                figure("high of 20/35", () -> high(20, 35), 0.7202, FOUR),
                figure("low of 6/10", () -> low(6, 10), 0.3127, FOUR),
                figure("high of 6/10", () -> high(6, 10), 0.8318, FOUR));
    }

    private static Stream<Arguments> calibrations() {
        var four = new Calibration(new double[] {.1, .9, .8, .3}, new boolean[] {false, true, true, false});
        var five =
                new Calibration(new double[] {.25, .25, .55, .75, .75}, new boolean[] {false, false, true, true, true});
        var ten = new Calibration(STATED, HAPPENED);
        return Stream.of(
                figure("Brier of four", four::brier, 0.0375, ALL),
                figure("expected error of five", () -> five.expectedError(2), 0.2900, FOUR),
                figure("maximum error of five", () -> five.maximumError(2), 0.3167, FOUR),
                figure("rate of ten", ten::rate, 0.6, ALL),
                figure("Brier of ten", ten::brier, 0.246, ALL),
                figure("Brier skill of ten", ten::brierSkill, -0.025, ALL),
                figure("expected error of ten", () -> ten.expectedError(10), 0.21, ALL),
                figure("maximum error of ten", () -> ten.maximumError(10), 0.35, ALL),
                figure("log loss of ten", ten::logLoss, 0.680042, SIX));
    }

    private static Stream<Arguments> correlations() {
        double[] scores = {.8, .6, .6, -.7, 0, -.9, .4, .4};
        double[] changes = {.021, .004, -.012, -.03, .001, .008, .015, -.002};
        double[] factor = {1, 2, 3, 4};
        return Stream.of(
                figure("against the order", () -> Correlation.spearman(factor, new double[] {4, 3, 2, 1}), -1, ALL),
                figure("in the same order", () -> Correlation.spearman(factor, new double[] {1, 2, 3, 4}), 1, ALL),
                figure("with ties", () -> Correlation.spearman(scores, changes), 0.3012266829, TEN));
    }

    private static Stream<Arguments> curves() {
        var mixed = new EquityCurve(MIXED);
        var counted = new EquityCurve(0, .01, .10, -.04, .02, .03, .02, .01, -.10);
        var negative = new EquityCurve(NEGATIVE);
        var upsAndDowns = new EquityCurve(UPS_AND_DOWNS);
        return Stream.of(
                figure("Sharpe of mixed", () -> mixed.sharpe(DAYS), 1.7238613961706866, ALL),
                figure("deepest of mixed", mixed::maximumDrawdown, -0.10, ALL),
                figure("volatility of mixed", () -> mixed.volatility(DAYS), 0.9136465399704637, ALL),
                figure("a year of mixed", () -> counted.annualReturn(DAYS), 1.9135925373194231, ALL),
                figure("Calmar of mixed", () -> counted.calmar(DAYS), 19.135925373194233, within(1e-10)),
                figure("deepest of negative", negative::maximumDrawdown, -0.36590730349873601, ALL),
                figure("Sharpe of negative", () -> negative.sharpe(DAYS), -24.406808633910085, ALL),
                figure("Sharpe of ups and downs", () -> upsAndDowns.sharpe(1), 0.0962, FOUR),
                figure("a year of ups and downs", () -> upsAndDowns.annualReturn(1), Math.pow(.81, .25) - 1, ALL));
    }

    @ParameterizedTest
    @MethodSource
    void isAbsent_whereItIsNotDefined(Supplier<OptionalDouble> figure) {
        assertThat(figure.get()).isEmpty();
    }

    static Stream<Arguments> isAbsent_whereItIsNotDefined() {
        var none = new Calibration(new double[0], new boolean[0]);
        var alike = new Calibration(new double[] {.5, .5}, new boolean[] {true, true});
        return Stream.of(
                argumentSet("rate of nothing", supplier(() -> new Proportion(0, 0).rate())),
                argumentSet("Brier of nothing", supplier(none::brier)),
                argumentSet("expected error of nothing", supplier(() -> none.expectedError(10))),
                argumentSet("maximum error of nothing", supplier(() -> none.maximumError(10))),
                argumentSet("skill when all ended alike", supplier(alike::brierSkill)),
                argumentSet("discrimination when all ended alike", supplier(alike::discrimination)),
                argumentSet("correlation when all were stated alike", supplier(alike::correlation)),
                argumentSet("Sharpe of a flat curve", supplier(() -> new EquityCurve(.01, .01).sharpe(DAYS))),
                argumentSet("Sortino without losses", supplier(() -> new EquityCurve(.01, .02).sortino(DAYS))),
                argumentSet("a year after everything was lost", supplier(() -> new EquityCurve(-1).annualReturn(DAYS))),
                argumentSet("t of one value", supplier(() -> new Sample(1).t(0))),
                argumentSet("t of equal values", supplier(() -> new Sample(1, 1, 1).t(4))),
                argumentSet("p against a certainty", supplier(() -> new Proportion(1, 2).p(1))));
    }

    @ParameterizedTest
    @MethodSource
    void areAdjusted_forManyLooks(List<OptionalDouble> p, List<OptionalDouble> q) {
        assertThat(FalseDiscovery.q(p)).isEqualTo(q);
    }

    static Stream<Arguments> areAdjusted_forManyLooks() {
        return Stream.of(
                argumentSet("none", List.of(), List.of()),
                argumentSet("one look", of(.02), of(.02)),
                argumentSet("steps up", of(.5, .01, .02, .04), of(.5, .04, .04, .16 / 3)),
                argumentSet(
                        "what has no p is no look",
                        List.of(OptionalDouble.empty(), OptionalDouble.of(.03)),
                        List.of(OptionalDouble.empty(), OptionalDouble.of(.03))));
    }

    private static List<OptionalDouble> of(double... values) {
        return Arrays.stream(values).mapToObj(OptionalDouble::of).toList();
    }

    private static OptionalDouble low(long successes, long trials) {
        return OptionalDouble.of(
                new Proportion(successes, trials).wilson().orElseThrow().low());
    }

    private static OptionalDouble high(long successes, long trials) {
        return OptionalDouble.of(
                new Proportion(successes, trials).wilson().orElseThrow().high());
    }

    private static Arguments figure(
            String name, Supplier<OptionalDouble> figure, double published, Offset<Double> precision) {
        return argumentSet(name, figure, published, precision);
    }

    private static Supplier<OptionalDouble> supplier(Supplier<OptionalDouble> figure) {
        return figure;
    }
}
