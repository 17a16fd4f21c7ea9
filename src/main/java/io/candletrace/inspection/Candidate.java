package io.candletrace.inspection;

import java.time.Instant;
import java.time.LocalDate;

/**
 * A row that wants to be a bar, with its numbers as they came.
 *
 * @param place where it stands, for people: {@code line 12}
 * @param opening when its bar opens
 * @param open decimal text, like the other four
 */
public record Candidate(
        String place, Opening opening, String open, String high, String low, String close, String volume) {

    /** When a bar opens, as its row says it. */
    public sealed interface Opening {
        /** With the session of a date: a daily bar. */
        record On(LocalDate date) implements Opening {}

        /** At a moment; a daily bar is that of the session date which the moment falls on in the calendar's zone. */
        record At(Instant moment) implements Opening {}
    }
}
