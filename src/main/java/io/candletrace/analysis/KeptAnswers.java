package io.candletrace.analysis;

import io.candletrace.http.Body;
import java.time.Instant;
import java.util.Optional;

/** Reads answers that were kept, as they were read when they came. Nobody is asked and nothing is written. */
public interface KeptAnswers {
    /** What the bytes say; never fails. */
    Reading read(Question question, KeptAnswer answer);

    /**
     * An answer as it was kept.
     *
     * @param body its first bytes, as many as are kept; absent when none came
     * @param length how long it was, in bytes
     * @param sentAt when it was asked for, UTC
     * @param endedAt when its last byte came, UTC
     */
    record KeptAnswer(Optional<Body> body, long length, Instant sentAt, Instant endedAt) {}

    /**
     * What the bytes say.
     *
     * @param analysis what comes of the question when this is the last word about it; without spending and claims
     * @param usage tokens, when the answer says how many
     * @param usageJson the vendor's usage object
     * @param finishReason in the vendor's word
     * @param responseId the vendor's
     */
    record Reading(
            Analysis analysis,
            Optional<Usage> usage,
            Optional<String> usageJson,
            Optional<String> finishReason,
            Optional<String> responseId) {}
}
