package io.candletrace.api;

import io.candletrace.api.SideBySideView.EffortView;
import io.candletrace.evaluation.comparison.Brier;
import io.candletrace.evaluation.comparison.HitRate;
import io.candletrace.evaluation.comparison.SideBySide;
import io.candletrace.evaluation.statistic.Interval;
import io.candletrace.evaluation.statistic.PairedBootstrap;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * One metric of two, as a line of a table.
 *
 * @param n of how many pairs it is; absent where it is of answers
 * @param aLow low end of its interval by days
 * @param difference {@code a} less {@code b}, with its interval by days
 * @param p of no difference; of {@code only_right} McNemar's, else from the same draws as the interval
 */
record SideBySideRowView(
        String metric,
        OptionalInt n,
        Optional<BigDecimal> a,
        OptionalDouble aLow,
        OptionalDouble aHigh,
        Optional<BigDecimal> b,
        OptionalDouble bLow,
        OptionalDouble bHigh,
        OptionalDouble difference,
        OptionalDouble differenceLow,
        OptionalDouble differenceHigh,
        OptionalDouble p) {

    static List<SideBySideRowView> of(SideBySide found) {
        return Stream.concat(ofPairs(found), ofAnswers(found)).toList();
    }

    private static Stream<SideBySideRowView> ofPairs(SideBySide found) {
        var directions = found.directions();
        var gains = found.gains();
        return Stream.of(
                onlyRight(found),
                hitRate(directions.n(), directions.a(), directions.b(), directions.difference()),
                differing("mean_return", found.pairs(), decimal(gains.a()), decimal(gains.b()), gains.difference()),
                differing(
                        "brier",
                        found.brier().map(Brier::n).orElse(0),
                        found.brier().flatMap(brier -> decimal(brier.a())),
                        found.brier().flatMap(brier -> decimal(brier.b())),
                        found.brier().flatMap(Brier::difference)),
                differing(
                        "agreement",
                        found.pairs(),
                        decimal(found.agreement().share()),
                        decimal(found.agreement().share()),
                        Optional.empty()));
    }

    private static Stream<SideBySideRowView> ofAnswers(SideBySide found) {
        var a = EffortView.of(found.effortA(), found.hitsA());
        var b = EffortView.of(found.effortB(), found.hitsB());
        return Stream.of(
                of(
                        "unpaired",
                        whole(found.leftOut().onlyA()),
                        whole(found.leftOut().onlyB())),
                of("answers", a, b, effort -> whole(effort.total())),
                of("invalid", a, b, effort -> whole(effort.invalid())),
                of("cost_per_answer_usd", a, b, EffortView::costPerAnswerUsd),
                of("cost_per_hit_usd", a, b, EffortView::costPerHitUsd),
                of("latency_ms_p50", a, b, effort -> whole(effort.latencyP50())),
                of("latency_ms_p95", a, b, effort -> whole(effort.latencyP95())));
    }

    private static SideBySideRowView onlyRight(SideBySide found) {
        var none = OptionalDouble.empty();
        return new SideBySideRowView(
                "only_right",
                OptionalInt.of(found.directions().n()),
                whole(found.directions().onlyA()),
                none,
                none,
                whole(found.directions().onlyB()),
                none,
                none,
                none,
                none,
                none,
                found.directions().mcNemar());
    }

    private static SideBySideRowView hitRate(int n, HitRate a, HitRate b, Optional<PairedBootstrap> difference) {
        return new SideBySideRowView(
                "hit_rate",
                OptionalInt.of(n),
                decimal(a.rate()),
                low(a.clustered()),
                high(a.clustered()),
                decimal(b.rate()),
                low(b.clustered()),
                high(b.clustered()),
                mean(difference),
                low(difference.map(PairedBootstrap::interval)),
                high(difference.map(PairedBootstrap::interval)),
                p(difference));
    }

    private static SideBySideRowView differing(
            String metric,
            int n,
            Optional<BigDecimal> a,
            Optional<BigDecimal> b,
            Optional<PairedBootstrap> difference) {
        var none = OptionalDouble.empty();
        return new SideBySideRowView(
                metric,
                OptionalInt.of(n),
                a,
                none,
                none,
                b,
                none,
                none,
                mean(difference),
                low(difference.map(PairedBootstrap::interval)),
                high(difference.map(PairedBootstrap::interval)),
                p(difference));
    }

    private static SideBySideRowView of(
            String metric, EffortView a, EffortView b, Function<EffortView, Optional<BigDecimal>> figure) {
        return of(metric, figure.apply(a), figure.apply(b));
    }

    private static SideBySideRowView of(String metric, Optional<BigDecimal> a, Optional<BigDecimal> b) {
        var none = OptionalDouble.empty();
        return new SideBySideRowView(metric, OptionalInt.empty(), a, none, none, b, none, none, none, none, none, none);
    }

    private static Optional<BigDecimal> whole(long number) {
        return Optional.of(BigDecimal.valueOf(number));
    }

    private static Optional<BigDecimal> decimal(OptionalDouble figure) {
        return figure.stream().mapToObj(BigDecimal::valueOf).findFirst();
    }

    private static OptionalDouble mean(Optional<PairedBootstrap> difference) {
        return difference.stream().mapToDouble(PairedBootstrap::difference).findFirst();
    }

    private static OptionalDouble p(Optional<PairedBootstrap> difference) {
        return difference.stream().mapToDouble(PairedBootstrap::pValue).findFirst();
    }

    private static OptionalDouble low(Optional<Interval> interval) {
        return interval.stream().mapToDouble(Interval::low).findFirst();
    }

    private static OptionalDouble high(Optional<Interval> interval) {
        return interval.stream().mapToDouble(Interval::high).findFirst();
    }
}
