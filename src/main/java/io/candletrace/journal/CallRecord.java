package io.candletrace.journal;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * A row of {@code llm_calls}: one request to a model.
 *
 * @param purpose {@code analyse repair replay}
 * @param request as sent, the image replaced by its SHA-256
 * @param httpStatus absent when no answer came
 * @param responseBody the answer's first 256 KB, bytes that are no UTF-8 replaced; absent when none came
 * @param responseBodySha256 SHA-256, hex, of the bytes that were kept
 * @param responseLength bytes of the whole answer
 * @param usage the vendor's usage object, verbatim
 * @param error why it failed, one line
 */
public record CallRecord(
        long id,
        long taskId,
        long chartId,
        String modelConfig,
        long promptTemplateId,
        int sampleNo,
        String purpose,
        int attempt,
        int callNo,
        Map<String, Object> request,
        String requestSha256,
        Optional<Integer> httpStatus,
        Optional<String> responseBody,
        Optional<String> responseBodySha256,
        long responseLength,
        Optional<Map<String, Object>> usage,
        Optional<String> finishReason,
        Optional<String> responseId,
        Optional<String> responseModel,
        Optional<String> error,
        Instant sentAt,
        Optional<Instant> firstTokenAt,
        Instant endedAt) {}
