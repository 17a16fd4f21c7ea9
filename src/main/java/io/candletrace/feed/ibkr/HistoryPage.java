package io.candletrace.feed.ibkr;

import com.fasterxml.jackson.databind.JsonNode;
import io.candletrace.failure.FailureReason;
import io.candletrace.failure.ServiceException;
import io.candletrace.feed.BarRange;
import io.candletrace.inspection.Admission;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;

/**
 * What one request for history brought.
 *
 * @param rows in the vendor's order; may be empty
 * @param lag how far its newest bars may be behind: bars that closed since then may be unfinished
 */
record HistoryPage(List<HistoryRow> rows, Duration lag) {
    /** Nothing. */
    static final HistoryPage EMPTY = new HistoryPage(List.of(), Duration.ZERO);

    /** Exchanges delay by 15 minutes as a rule, some by 20. */
    private static final Duration DELAY = Duration.ofMinutes(20);

    HistoryPage {
        rows = List.copyOf(rows);
    }

    /** Reads an answer. Fails with {@code BARS_INVALID} when a bar has no time. */
    static HistoryPage of(JsonNode answer, BarRange range) {
        var data = StreamSupport.stream(answer.path("data").spliterator(), false);
        var rows = data.map(entry -> row(entry, answer.path("volumeFactor"), range))
                .toList();
        return new HistoryPage(rows, isDelayed(answer) ? DELAY : Duration.ZERO);
    }

    /** Its rows that open before a moment. */
    HistoryPage before(Instant end) {
        return new HistoryPage(
                rows.stream().filter(row -> row.opensAt().isBefore(end)).toList(), lag);
    }

    /** When its oldest row opens. */
    Optional<Instant> oldest() {
        return rows.stream().map(HistoryRow::opensAt).min(Comparator.naturalOrder());
    }

    private static HistoryRow row(JsonNode entry, JsonNode volumeFactor, BarRange range) {
        var symbol = range.instrument().symbol().value();
        var calendar = range.instrument().calendar();
        return HistoryRow.of(entry, volumeFactor, symbol, range.timeframe(), calendar)
                .orElseThrow(() -> new ServiceException(
                        FailureReason.BARS_INVALID,
                        symbol + ": t should be milliseconds since 1970, was '"
                                + Admission.shown(entry.path("t").asText()) + "'"));
    }

    /** Market data availability: D is delayed, Y frozen and delayed. */
    private static boolean isDelayed(JsonNode answer) {
        var availability = answer.path("mdAvailability").asText();
        return availability.startsWith("D") || availability.startsWith("Y");
    }
}
