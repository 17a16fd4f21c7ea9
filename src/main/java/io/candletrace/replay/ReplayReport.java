package io.candletrace.replay;

import io.candletrace.execution.ReplayRecord;
import io.candletrace.journal.AnalysisOutline;
import io.candletrace.pipeline.ReplaySpec;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What a replay has found so far.
 *
 * @param replay what was asked
 * @param prompt in words, the version that was asked with instead; absent when it was the same
 * @param comparisons an entry for every analysis that is replayed, newest first
 * @param answers what was recorded, each once
 */
public record ReplayReport(
        ReplayRecord replay, Optional<String> prompt, List<Comparison> comparisons, List<AnalysisOutline> answers) {
    public ReplayReport {
        comparisons = List.copyOf(comparisons);
        answers = List.copyOf(answers);
    }

    static ReplayReport of(
            ReplayRecord replay,
            Optional<String> prompt,
            List<AnalysisOutline> originals,
            List<AnalysisOutline> answers) {
        var byChart = answers.stream()
                .collect(Collectors.groupingBy(answer -> answer.asked().chart()));
        var comparisons = originals.reversed().stream()
                .filter(original -> !replay.spec().asks(original).isEmpty())
                .map(original -> Comparison.of(
                        replay.spec(),
                        original,
                        byChart.getOrDefault(original.asked().chart(), List.of())))
                .toList();
        return new ReplayReport(replay, prompt, comparisons, answers);
    }

    /** How many questions there are, answered or not. */
    public long questions() {
        return comparisons.stream()
                .map(Comparison::original)
                .flatMap(original -> replay.spec().asks(original).stream()
                        .map(ask -> List.of(original.asked().chart(), ask)))
                .distinct()
                .count();
    }

    /** How many questions have an answer, usable or not. */
    public long answered() {
        return answers.stream().filter(answer -> answer.said().answered()).count();
    }

    /** Of all analyses together; absent of a counterfactual, which asks others. */
    public Optional<Agreement> agreement() {
        return replay.spec() instanceof ReplaySpec.Resample
                ? Optional.of(comparisons.stream().map(Comparison::agreement).reduce(Agreement.NONE, Agreement::plus))
                : Optional.empty();
    }

    /** Who was asked instead of whom, and how often they agree; empty of a resample. */
    public List<MatrixRow> matrix() {
        return replay.spec() instanceof ReplaySpec.Counterfactual ? MatrixRow.of(comparisons) : List.of();
    }

    /** Tokens of all answers together. */
    public long tokens() {
        return answers.stream().mapToLong(answer -> answer.said().tokens()).sum();
    }

    /** US dollars of all answers together; absent when that of any is not known. */
    public Optional<BigDecimal> costUsd() {
        var costs = answers.stream().map(answer -> answer.said().costUsd()).toList();
        return costs.stream().allMatch(Optional::isPresent)
                ? Optional.of(costs.stream().flatMap(Optional::stream).reduce(BigDecimal.ZERO, BigDecimal::add))
                : Optional.empty();
    }
}
