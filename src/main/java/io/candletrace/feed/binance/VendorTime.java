package io.candletrace.feed.binance;

import io.candletrace.http.Exchange;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** The vendor's clock, as its answers' {@code Date} shows it: whole seconds, rounded down. */
final class VendorTime {
    private VendorTime() {}

    /** When an answer was given, by the vendor's clock or by ours, whichever is behind; ours alone when it has no date. */
    static Instant saidAt(Exchange exchange) {
        return date(exchange).filter(date -> date.isBefore(exchange.endedAt())).orElse(exchange.endedAt());
    }

    /** How long it is from an answer to the vendor's next minute. */
    static Duration untilTheMinuteTurns(Exchange exchange) {
        var now = date(exchange).orElse(exchange.endedAt());
        return Duration.between(now, now.truncatedTo(ChronoUnit.MINUTES).plus(1, ChronoUnit.MINUTES));
    }

    private static Optional<Instant> date(Exchange exchange) {
        return exchange.header("Date").flatMap(VendorTime::parse);
    }

    private static Optional<Instant> parse(String date) {
        try {
            return Optional.of(ZonedDateTime.parse(date.strip(), DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant());
        } catch (DateTimeParseException none) {
            return Optional.empty();
        }
    }
}
