package io.candletrace.page;

import io.candletrace.analysis.ModelConfig;
import io.candletrace.journal.AnalysisRecord;
import io.candletrace.journal.Archive.Citation;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * An analysis on the page of a signal.
 *
 * @param role {@code decides confirms vetoes observes}
 * @param facts what it says and what it took
 * @param claims what it claims, those that failed first; empty without a verdict
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
        List<ClaimRow> claims,
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
                claims(analysis),
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

    /** How many claims came out how. */
    public String claimCount() {
        return Stream.of(ClaimRow.PASSED, ClaimRow.FAILED, ClaimRow.UNVERIFIED)
                .map(result -> claims.stream()
                                .filter(claim -> claim.result().equals(result))
                                .count() + " " + result)
                .collect(Collectors.joining(", "));
    }

    private static List<ClaimRow> claims(AnalysisRecord analysis) {
        return analysis.answer().claims().stream()
                .map(ClaimRow::of)
                .sorted(Comparator.comparing(claim -> !claim.result().equals(ClaimRow.FAILED)))
                .toList();
    }

    /** The baseline counts what agrees; it estimates no probability. */
    static String confidenceName(AnalysisRecord analysis) {
        return analysis.inquiry().modelName().equals(ModelConfig.RULES) ? "Score" : "Confidence";
    }
}
