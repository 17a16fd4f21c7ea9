package io.candletrace.journal;

import io.candletrace.analysis.Spending;
import io.candletrace.http.Body;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * A row of {@code llm_calls}, enough to read its answer again.
 *
 * @param id the row
 * @param taskId whose call it is
 * @param purpose {@code analyse repair replay}
 * @param attempt of the task
 * @param succeeded whether the endpoint answered in full, with success
 * @param request as sent, the image replaced by its SHA-256
 * @param requestSha256 SHA-256, hex, of the request in canonical form
 * @param answer what came back
 * @param spending what it took
 */
public record CallEvidence(
        long id,
        long taskId,
        String purpose,
        int attempt,
        boolean succeeded,
        Map<String, Object> request,
        String requestSha256,
        Answer answer,
        Spending spending) {
    /**
     * What came back.
     *
     * @param body the first bytes; absent when none came
     * @param bodySha256 SHA-256, hex, of these bytes, taken when they came
     * @param length bytes of the whole answer
     * @param usage the vendor's usage object
     * @param finishReason in the vendor's word
     * @param responseId the vendor's
     * @param responseModel what the vendor says answered
     * @param sentAt UTC
     * @param endedAt UTC
     */
    public record Answer(
            Optional<Body> body,
            Optional<String> bodySha256,
            long length,
            Optional<Map<String, Object>> usage,
            Optional<String> finishReason,
            Optional<String> responseId,
            Optional<String> responseModel,
            Instant sentAt,
            Instant endedAt) {}
}
