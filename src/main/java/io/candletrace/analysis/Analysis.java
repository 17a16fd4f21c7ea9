package io.candletrace.analysis;

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
 * @param error why there is no verdict; absent when there is one
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
