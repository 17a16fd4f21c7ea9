package io.candletrace.api;

import io.candletrace.failure.FailureReason;
import io.candletrace.failure.ServiceException;
import io.candletrace.request.Parameters;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Why somebody does something.
 *
 * @param changedBy who
 */
record ReasonInput(Optional<String> reason, Optional<String> changedBy) {

    private static final int MAX_REASON = 1_000;

    /** The reason, empty when none was given, or no body at all. */
    static String optional(@Nullable ReasonInput input) {
        return Optional.ofNullable(input)
                .flatMap(ReasonInput::reason)
                .map(text -> Parameters.text("reason", text, MAX_REASON).strip())
                .orElse("");
    }

    /** The reason, which says something. */
    static String required(@Nullable ReasonInput input) {
        var reason = optional(new ReasonInput(
                Optional.of(Inputs.required("reason", Inputs.required(input).reason())), Optional.empty()));
        if (reason.isEmpty()) {
            throw new ServiceException(FailureReason.IMPOSSIBLE_REQUEST, "reason: expected some words, found none");
        }
        return reason;
    }

    static String author(@Nullable ReasonInput input) {
        return Inputs.author("changed_by", Optional.ofNullable(input).flatMap(ReasonInput::changedBy));
    }
}
