package io.candletrace.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.candletrace.journal.AnalysisStatistics.Figures;
import io.candletrace.journal.AnalysisStatistics.Latency;
import io.candletrace.journal.Grouped;
import io.candletrace.journal.TokenCounts;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * Counts over analyses.
 *
 * @param groups the same figures of each group; only when they were asked for
 */
record StatisticsView(
        @JsonUnwrapped FiguresView total,
        @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<List<StatisticsGroupView>> groups) {

    static StatisticsView of(Grouped<Figures> figures, boolean grouped) {
        var groups = figures.groups().stream().map(StatisticsGroupView::of).toList();
        return new StatisticsView(
                FiguresView.of(figures.total()), Optional.of(groups).filter(all -> grouped));
    }

    /** One group. */
    record StatisticsGroupView(
            @JsonUnwrapped GroupView group, @JsonUnwrapped FiguresView figures) {

        static StatisticsGroupView of(Grouped.Group<Figures> group) {
            return new StatisticsGroupView(GroupView.of(group.keys()), FiguresView.of(group.figures()));
        }
    }

    /**
     * The figures.
     *
     * @param averageConfidence 0 to 1, of those that have one
     * @param costUsd US dollars of the analyses whose cost is known
     * @param unknownCost how many analyses' cost is not
     * @param latencyMs milliseconds of the deciding call, of those that were answered
     */
    record FiguresView(
            long totalAnalyses,
            long completed,
            long invalid,
            long refused,
            long truncated,
            long failed,
            Optional<BigDecimal> averageConfidence,
            long uniqueSymbols,
            @JsonUnwrapped TokenCounts tokens,
            BigDecimal costUsd,
            long unknownCost,
            Optional<Latency> latencyMs) {

        static FiguresView of(Figures figures) {
            var outcomes = figures.outcomes();
            return new FiguresView(
                    outcomes.totalAnalyses(),
                    outcomes.completed(),
                    outcomes.invalid(),
                    outcomes.refused(),
                    outcomes.truncated(),
                    outcomes.failed(),
                    figures.averageConfidence(),
                    figures.uniqueSymbols(),
                    figures.tokens(),
                    figures.costUsd(),
                    figures.unknownCost(),
                    figures.latency());
        }
    }
}
