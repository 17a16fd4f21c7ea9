package io.candletrace.analysis;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A question and what came of it.
 *
 * @param question what was asked
 * @param status what became of it
 * @param responseText the readable answer; empty when there was none
 * @param verdict present when, and only when, {@code COMPLETED}
 * @param error why there is no verdict; absent when there is one
 * @param usage tokens over all its calls
 * @param latency the deciding call's wall time, without queueing
 * @param responseModel what the vendor says answered, when it says so
 * @param decidedAt when the answer existed, UTC
 */
public record Analysis(
        Question question,
        AnalysisStatus status,
        String responseText,
        Optional<Verdict> verdict,
        Optional<String> error,
        Usage usage,
        Duration latency,
        Optional<String> responseModel,
        Instant decidedAt) {
    public Analysis {
        if (verdict.isPresent() != (status == AnalysisStatus.COMPLETED)) {
            throw new IllegalArgumentException("a verdict goes with COMPLETED and with nothing else, was " + status);
        }
    }
}
