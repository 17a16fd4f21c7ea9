package io.candletrace.market;

import java.time.Instant;
import java.time.LocalDate;

/**
 * One trading session of a calendar.
 *
 * @param date the session's date in the calendar's zone
 * @param opensAt UTC
 * @param closesAt UTC, after {@code opensAt}; earlier than usual on a half day
 */
public record Session(LocalDate date, Instant opensAt, Instant closesAt) {
    public Session {
        if (!closesAt.isAfter(opensAt)) {
            throw new IllegalArgumentException("a session closes after it opens, was " + opensAt + " to " + closesAt);
        }
    }
}
