package io.candletrace.analysis;

import io.candletrace.http.Body;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * One request to a model, kept before anything of its answer is parsed.
 *
 * @param question what the call is part of
 * @param purpose {@code analyse}, {@code repair} or {@code replay}
 * @param callNo from 1 within the question's attempt
 * @param request the request's JSON with the image replaced by its SHA-256; never a key
 * @param httpStatus absent when no answer came
 * @param responseBody the answer's first bytes, at most 256 KB; absent when none came
 * @param responseLength how long the body was, in bytes; more than kept when it was cut
 * @param usage the vendor's usage object as JSON, when one could be read
 * @param finishReason the vendor's word, when there is one
 * @param responseId the vendor's id, when there is one
 * @param responseModel what the vendor says answered, when it says so
 * @param serviceTier in the vendor's word, when it says so
 * @param spending what it took
 * @param error why the call failed, one line; absent when it did not
 * @param sentAt UTC
 * @param endedAt UTC
 */
public record ModelCall(
        Question question,
        String purpose,
        int callNo,
        String request,
        OptionalInt httpStatus,
        Optional<Body> responseBody,
        long responseLength,
        Optional<String> usage,
        Optional<String> finishReason,
        Optional<String> responseId,
        Optional<String> responseModel,
        Optional<String> serviceTier,
        Spending spending,
        Optional<String> error,
        Instant sentAt,
        Instant endedAt) {}
