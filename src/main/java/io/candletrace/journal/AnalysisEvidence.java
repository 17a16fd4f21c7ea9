package io.candletrace.journal;

import io.candletrace.lineage.StrategyVersionId;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * Everything that is kept about an analysis.
 *
 * @param row what it says
 * @param calls every call of its execution that asked its question, in the order they were sent; none for {@code rules-v1}
 * @param step what the lineage says of it; absent when that is gone
 * @param templateSha256 SHA-256, hex, of its prompt's version, taken when that was made
 * @param strategy the version that was run
 * @param calibrated what the map that it names makes of its confidence; absent without one
 */
public record AnalysisEvidence(
        AnalysisRecord row,
        List<CallEvidence> calls,
        Optional<LineageStep> step,
        String templateSha256,
        StrategyVersionId strategy,
        Optional<BigDecimal> calibrated) {
    public AnalysisEvidence {
        calls = List.copyOf(calls);
    }

    /**
     * The call whose answer counts: the last that succeeded up to the attempt that recorded the analysis, which may have read
     * what an earlier one was answered; absent without any.
     */
    public Optional<CallEvidence> deciding() {
        var attempt = step.map(LineageStep::attempt)
                .orElseGet(() ->
                        calls.stream().mapToInt(CallEvidence::attempt).max().orElse(0));
        return calls.stream()
                .filter(call -> call.attempt() <= attempt && call.succeeded())
                .reduce((one, other) -> one.attempt() > other.attempt() ? one : other);
    }

    /** The first call that asked; absent when none was made. */
    public Optional<CallEvidence> first() {
        return calls.stream().filter(call -> !call.purpose().equals("repair")).findFirst();
    }

    /**
     * The step that asked.
     *
     * @param attempt of the task
     * @param inputSha256 SHA-256, hex, of the prompt
     * @param outputSha256 SHA-256, hex, of the readable answer; absent when there was none
     */
    public record LineageStep(int attempt, Optional<String> inputSha256, Optional<String> outputSha256) {}
}
