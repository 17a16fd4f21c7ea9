package io.candletrace.analysis.claim;

import io.candletrace.analysis.Analysis;
import io.candletrace.analysis.Claim;
import io.candletrace.analysis.Verdict;
import io.candletrace.indicator.IndicatedSeries;
import java.util.List;
import java.util.stream.Stream;

/**
 * Holds every number and every cheap pattern of a verdict against the series that its chart was drawn from. The order is fixed:
 * levels, plan, readings, readings in the reasoning, patterns.
 */
public final class ClaimChecks {
    private ClaimChecks() {}

    /** The analysis with its verdict checked; one without a verdict claims nothing. */
    public static Analysis checked(Analysis analysis) {
        var series = analysis.question().chart().value().chart().series();
        return analysis.verdict()
                .map(verdict -> analysis.withClaims(check(verdict, series)))
                .orElse(analysis);
    }

    /**
     * What a verdict claims, and whether it is so.
     *
     * @param series what the analyst was shown
     */
    public static List<Claim> check(Verdict verdict, IndicatedSeries series) {
        var ground = Ground.of(series);
        return Stream.of(
                        new LevelClaims(ground).of(verdict),
                        new PlanClaims(ground, verdict).all(),
                        new ReadingClaims(ground.readings()).of(verdict.readings()),
                        new ReasoningClaims(ground).of(verdict),
                        PatternClaims.of(verdict.keyPatterns(), ground))
                .flatMap(List::stream)
                .toList();
    }
}
