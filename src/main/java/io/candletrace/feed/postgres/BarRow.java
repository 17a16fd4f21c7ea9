package io.candletrace.feed.postgres;

import io.candletrace.market.Bar;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;

/** A bar in the columns of {@code market_bars}. */
final class BarRow {
    /** What {@link #bar} reads, in its order. */
    static final String COLUMNS = "session_date, opens_at, closes_at, open, high, low, close, volume";

    private BarRow() {}

    static Bar bar(Object[] row) {
        return new Bar(
                (LocalDate) row[0],
                ((OffsetDateTime) row[1]).toInstant(),
                ((OffsetDateTime) row[2]).toInstant(),
                (BigDecimal) row[3],
                (BigDecimal) row[4],
                (BigDecimal) row[5],
                (BigDecimal) row[6],
                (BigDecimal) row[7]);
    }
}
