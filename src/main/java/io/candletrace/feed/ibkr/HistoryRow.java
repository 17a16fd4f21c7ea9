package io.candletrace.feed.ibkr;

import com.fasterxml.jackson.databind.JsonNode;
import io.candletrace.inspection.Candidate;
import io.candletrace.inspection.Candidate.Opening;
import io.candletrace.market.Timeframe;
import io.candletrace.market.TradingCalendar;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * One of the vendor's bars.
 *
 * <p>Prices ({@code o h l c}) are plain: {@code priceFactor} scales only the summaries {@code high} and {@code low}, as in the
 * vendor's example, where 213.94 is summed up as {@code 21394}. Volume is {@code v} times {@code volumeFactor} ("the factor the
 * volume is multiplied by"): Apple's 266616.18 with a factor of 100 are 26,661,618 shares. An older example pairs such a volume
 * with a factor of 1; it has a mistyped time too, and nothing can be made of it.
 *
 * @see <a href="https://www.interactivebrokers.com/docs/web-api/api-reference/trading/trading-market-data/get-md-history">The
 *     example</a>
 * @param opensAt UTC; of a daily bar the open of its session, where there is one
 * @param candidate its figures
 */
record HistoryRow(Instant opensAt, Candidate candidate) {
    private static final int MOST_DIGITS = 40;

    /** Reads an entry of {@code data}; empty when it has no time. */
    static Optional<HistoryRow> of(
            JsonNode entry, JsonNode volumeFactor, String symbol, Timeframe timeframe, TradingCalendar calendar) {
        var time = entry.path("t");
        if (!time.isIntegralNumber() || !time.canConvertToLong()) {
            return Optional.empty();
        }
        var stamp = Instant.ofEpochMilli(time.longValue());
        var opening = timeframe == Timeframe.DAILY ? new Opening.On(date(stamp, calendar)) : new Opening.At(stamp);
        var candidate = new Candidate(
                symbol + ", bar of " + stamp,
                opening,
                text(entry.path("o")),
                text(entry.path("h")),
                text(entry.path("l")),
                text(entry.path("c")),
                volume(entry.path("v"), volumeFactor));
        return Optional.of(new HistoryRow(opensAt(opening, stamp, calendar), candidate));
    }

    /** The session's date, whatever time of its day a daily bar is stamped with; midnight UTC stands for a bare date. */
    private static LocalDate date(Instant stamp, TradingCalendar calendar) {
        var utc = stamp.atOffset(ZoneOffset.UTC);
        return utc.toLocalTime().equals(LocalTime.MIDNIGHT)
                ? utc.toLocalDate()
                : LocalDate.ofInstant(stamp, calendar.zone());
    }

    private static Instant opensAt(Opening opening, Instant stamp, TradingCalendar calendar) {
        return switch (opening) {
            case Opening.On(var date) ->
                calendar.session(date).map(session -> session.opensAt()).orElse(stamp);
            case Opening.At(var moment) -> moment;
        };
    }

    private static String volume(JsonNode value, JsonNode factor) {
        return isPlain(value) && isPlain(factor)
                ? value.decimalValue().multiply(factor.decimalValue()).toPlainString()
                : text(value);
    }

    /** What cannot be a price stays as it is, and is refused as what it is. */
    private static String text(JsonNode value) {
        return isPlain(value) ? value.decimalValue().toPlainString() : value.asText();
    }

    /** Whether writing it out is short: an exponent can spell a number of a billion digits. */
    private static boolean isPlain(JsonNode value) {
        return value.isNumber() && isPlain(value.decimalValue());
    }

    private static boolean isPlain(BigDecimal number) {
        return number.precision() <= MOST_DIGITS && Math.abs(number.scale()) <= MOST_DIGITS;
    }
}
