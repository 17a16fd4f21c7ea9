package io.candletrace.feed.csv;

import de.siegmar.fastcsv.reader.CsvRecord;
import io.candletrace.market.Bar;
import io.candletrace.market.Session;
import io.candletrace.market.TradingCalendar;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.regex.Pattern;

/**
 * One line of a file. What is wrong with it is an {@link IllegalArgumentException} that says what was expected and what was
 * found; the file adds its name and the line's number.
 */
record CsvRow(CsvRecord fields, String symbol, TradingCalendar calendar) {
    private static final int FIELDS = 6;
    private static final int MAX_SHOWN = 60;

    /** Plain, and short enough for a numeric column: an exponent could spell a number of a billion digits. */
    private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,10}(\\.[0-9]{1,20})?");

    private static final Pattern VOLUME = Pattern.compile("-?[0-9]{1,20}(\\.[0-9]{1,20})?");

    long line() {
        return fields.getStartingLineNumber();
    }

    Bar bar() {
        if (fields.getFieldCount() != FIELDS) {
            throw new IllegalArgumentException(FIELDS + " fields expected, found " + fields.getFieldCount());
        }
        var session = session(date());
        return new Bar(
                session.date(),
                session.opensAt(),
                session.closesAt(),
                number("open", 1, NUMBER),
                number("high", 2, NUMBER),
                number("low", 3, NUMBER),
                number("close", 4, NUMBER),
                number("volume", 5, VOLUME));
    }

    /** A piece of outside text as it may appear in a message: short, and without control characters. */
    static String shown(String text) {
        var cut = text.length() <= MAX_SHOWN ? text : text.substring(0, MAX_SHOWN) + "...";
        return cut.replaceAll("\\p{Cntrl}", "?");
    }

    private LocalDate date() {
        var text = fields.getField(0).strip();
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException malformed) {
            throw new IllegalArgumentException("date should be like 2021-03-31, was '" + shown(text) + "'", malformed);
        }
    }

    private Session session(LocalDate date) {
        return calendar.session(date)
                .orElseThrow(() -> new IllegalArgumentException(date + " is not a session of " + calendar.id() + "; if "
                        + symbol + " trades every day, set candletrace.feed.calendars." + key() + "=24/7"));
    }

    private String key() {
        return symbol.contains(".") ? '"' + symbol + '"' : symbol;
    }

    private BigDecimal number(String name, int index, Pattern syntax) {
        var text = fields.getField(index).strip();
        if (!syntax.matcher(text).matches()) {
            throw new IllegalArgumentException(name + " should be a plain decimal number, was '" + shown(text) + "'");
        }
        return new BigDecimal(text);
    }
}
