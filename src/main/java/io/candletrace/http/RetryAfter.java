package io.candletrace.http;

import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/** The header by which an endpoint says when to come back: seconds or an HTTP date (RFC 9110, section 10.2.3). */
public final class RetryAfter {
    private RetryAfter() {}

    /** How long to wait from now, zero or more; empty when the header says neither seconds nor a date. */
    public static Optional<Duration> parse(String header, Instant now) {
        var text = header.strip();
        if (text.matches("\\d{1,9}")) {
            return Optional.of(Duration.ofSeconds(Long.parseLong(text)));
        }
        try {
            var until = ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant();
            return Optional.of(until.isAfter(now) ? Duration.between(now, until) : Duration.ZERO);
        } catch (DateTimeParseException neither) {
            return Optional.empty();
        }
    }
}
