package io.candletrace.analysis;

import io.candletrace.failure.FailureReason;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A question and what came of it.
 *
 * @param question what was asked
 * @param status what became of it
 * @param responseText the readable answer; empty when there was none
 * @param verdict present when, and only when, {@code COMPLETED}
 * @param error why there is no verdict, of {@code FAILED} the reason first; absent when there is one
 * @param latency the deciding call's wall time, without queueing
 * @param responseModel what the vendor says answered, when it says so
 * @param decidedAt when the answer existed, UTC
 * @param spending what it took
 * @param claims what the verdict says, held against the series; empty without a verdict
 */
public record Analysis(
        Question question,
        AnalysisStatus status,
        String responseText,
        Optional<Verdict> verdict,
        Optional<String> error,
        Duration latency,
        Optional<String> responseModel,
        Instant decidedAt,
        Spending spending,
        List<Claim> claims) {
    public Analysis {
        claims = List.copyOf(claims);
        if (verdict.isPresent() != (status == AnalysisStatus.COMPLETED)) {
            throw new IllegalArgumentException("a verdict goes with COMPLETED and with nothing else, was " + status);
        }
    }

    /** Whether there is no answer for this reason. */
    public boolean failedFor(FailureReason reason) {
        return status == AnalysisStatus.FAILED
                && error.filter(text -> text.startsWith(reason + ": ")).isPresent();
    }

    /** Why there is no answer, without the reason's name. */
    public String detail() {
        var text = error.orElse("");
        return text.substring(text.indexOf(": ") + 1).strip();
    }

    /** The same, which took this. */
    public Analysis withSpending(Spending spent) {
        return new Analysis(
                question, status, responseText, verdict, error, latency, responseModel, decidedAt, spent, claims);
    }

    /** The same, checked. */
    public Analysis withClaims(List<Claim> checked) {
        return new Analysis(
                question, status, responseText, verdict, error, latency, responseModel, decidedAt, spending, checked);
    }
}
