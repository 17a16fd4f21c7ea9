package io.candletrace.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.candletrace.failure.FailureReason;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What went wrong, as RFC 9457 says it.
 *
 * @param type a stable path that tells kinds apart
 * @param title of the kind, the same for all of them
 * @param status HTTP's
 * @param detail this occurrence: what was expected and what was found
 * @param instance the path that was asked for
 * @param executionId the execution that was asked about, when there is one
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
record Problem(String type, String title, int status, String detail, String instance, Optional<Long> executionId) {

    static final String MEDIA_TYPE = "application/problem+json";

    private static final Pattern EXECUTION = Pattern.compile("/(?:api/)?executions/([0-9]{1,18})(?:/.*)?");

    /** The problem of a failure somebody can act on. */
    static Problem of(FailureReason reason, String detail, String path) {
        return of(reason.name(), status(reason), detail, path);
    }

    /** A problem that HTTP has a status for and the domain has no reason for. */
    static Problem of(int status, String detail, String path) {
        return of(name(status), status, detail, path);
    }

    private static Problem of(String name, int status, String detail, String path) {
        var words = name.toLowerCase(Locale.ROOT).replace('_', ' ');
        var title = Character.toUpperCase(words.charAt(0)) + words.substring(1);
        return new Problem("/problems/" + words.replace(' ', '-'), title, status, detail, path, execution(path));
    }

    static int status(FailureReason reason) {
        return switch (reason) {
            case INVALID_REQUEST -> 400;
            case NOT_REDISTRIBUTABLE -> 403;
            case NOT_FOUND -> 404;
            case CONFLICT, STALE_ATTEMPT, CANCELLED -> 409;
            case IMPOSSIBLE_REQUEST,
                    UNKNOWN_SYMBOL,
                    SYMBOL_AMBIGUOUS,
                    BARS_INVALID,
                    UNADJUSTED_SPLIT,
                    CHART_NOT_DRAWABLE,
                    PRICE_UNKNOWN,
                    ANSWER_UNUSABLE -> 422;
            case OBJECT_DAMAGED, MISCONFIGURED, OWNER_LOST, INTERNAL -> 500;
            case MODEL_REFUSED_REQUEST -> 502;
            case BAR_NOT_AVAILABLE,
                    FEED_SESSION_LOST,
                    FEED_UNAVAILABLE,
                    STORE_UNAVAILABLE,
                    TOO_MANY_STREAMS,
                    MODEL_UNAVAILABLE,
                    BUDGET_EXCEEDED,
                    BACKLOG_FULL,
                    CLAIMING_STOPPED,
                    DATABASE_UNAVAILABLE -> 503;
        };
    }

    private static String name(int status) {
        return switch (status) {
            case 404 -> FailureReason.NOT_FOUND.name();
            case 405 -> "METHOD_NOT_ALLOWED";
            case 406 -> "NOT_ACCEPTABLE";
            case 413 -> "REQUEST_TOO_LARGE";
            case 415 -> "UNSUPPORTED_MEDIA_TYPE";
            default -> status < 500 ? FailureReason.INVALID_REQUEST.name() : FailureReason.INTERNAL.name();
        };
    }

    private static Optional<Long> execution(String path) {
        var matcher = EXECUTION.matcher(path);
        return matcher.matches() ? Optional.of(Long.valueOf(matcher.group(1))) : Optional.empty();
    }
}
