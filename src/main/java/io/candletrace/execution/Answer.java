package io.candletrace.execution;

import java.util.Map;

/**
 * What a request was answered, fit to be kept and given again.
 *
 * @param status HTTP's, a success
 * @param headers by name, but for those of the connection
 * @param body JSON
 * @param replayed whether it was kept and is given again
 */
public record Answer(int status, Map<String, String> headers, String body, boolean replayed) {
    public Answer {
        headers = Map.copyOf(headers);
    }

    /** An answer that is given for the first time. */
    public static Answer first(int status, Map<String, String> headers, String body) {
        return new Answer(status, headers, body, false);
    }
}
