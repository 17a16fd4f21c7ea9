package io.candletrace.analysis.openai;

import java.time.Duration;

/**
 * One round of a conversation: a request that may be sent several times before its deadline.
 *
 * @param purpose as {@code llm_calls.purpose} has it
 * @param request what is sent
 * @param deadlineNanos on the scale of {@link System#nanoTime()}
 */
record Ask(String purpose, ChatRequests.Written request, long deadlineNanos) {
    /** How long until the deadline, zero when it has passed. */
    Duration remaining() {
        return Duration.ofNanos(Math.max(0, deadlineNanos - System.nanoTime()));
    }
}
