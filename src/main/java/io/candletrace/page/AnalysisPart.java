package io.candletrace.page;

import io.candletrace.analysis.ModelConfig;
import io.candletrace.journal.AnalysisRecord;
import io.candletrace.journal.Archive.Citation;
import java.util.List;

/**
 * An analysis on the page of a signal.
 *
 * @param role {@code decides confirms vetoes observes}
 * @param facts what it says and what it took
 * @param error why there is no verdict; empty when there is one
 * @param answer the readable answer; may be empty
 */
public record AnalysisPart(
        long id,
        long chartId,
        String role,
        String timeframe,
        String model,
        String status,
        List<Fact> facts,
        String error,
        String prompt,
        String answer) {

    static AnalysisPart of(Citation citation) {
        var analysis = citation.analysis();
        return new AnalysisPart(
                analysis.subject().id(),
                analysis.subject().chartId(),
                citation.role(),
                Words.timeframe(analysis.subject().timeframe()),
                analysis.inquiry().modelName(),
                analysis.answer().status(),
                facts(analysis),
                analysis.answer().errorMessage().orElse(""),
                analysis.inquiry().promptText(),
                analysis.answer().responseText());
    }

    private static List<Fact> facts(AnalysisRecord analysis) {
        var answer = analysis.answer();
        var spending = analysis.spending();
        return List.of(
                new Fact("Recommendation", answer.recommendation().orElse(Words.NONE)),
                new Fact("Trend", answer.trendDirection().orElse(Words.NONE)),
                new Fact(confidenceName(analysis), Words.percent(answer.confidenceScore())),
                new Fact("Support", Words.prices(answer.supportLevels())),
                new Fact("Resistance", Words.prices(answer.resistanceLevels())),
                new Fact(
                        "Patterns",
                        answer.keyPatterns().isEmpty() ? Words.NONE : String.join(", ", answer.keyPatterns())),
                new Fact("Horizon", analysis.subject().horizonBars() + " bars"),
                new Fact("Tokens", String.valueOf(spending.tokensUsed())),
                new Fact("Latency", Words.millis(spending.latencyMs())),
                new Fact("Cost", Words.cost(spending.costUsd())),
                new Fact("Prompt SHA-256", analysis.inquiry().promptSha256()));
    }

    /** The baseline counts what agrees; it estimates no probability. */
    static String confidenceName(AnalysisRecord analysis) {
        return analysis.inquiry().modelName().equals(ModelConfig.RULES) ? "Score" : "Confidence";
    }
}
