package io.candletrace.feed.csv;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A column that means something here. The name is compared without case, spaces and punctuation. */
enum CsvColumn {
    /** A date, with or without a time. */
    DATE("Date"),
    /** The time of day beside a date, or all of it. */
    TIME("Time"),
    /** All of it in one column. */
    MOMENT("Timestamp", "Datetime", "Date/Time", "Open time"),
    /** The first price. */
    OPEN("Open"),
    /** The highest price. */
    HIGH("High"),
    /** The lowest price. */
    LOW("Low"),
    /** The last price, as traded. */
    CLOSE("Close", "Close/Last"),
    /** In units of the instrument. */
    VOLUME("Volume", "Vol"),
    /** The last price, corrected for what came later: not to be mixed with the others. */
    ADJUSTED_CLOSE("Adj Close", "Adjusted Close");

    private final String title;
    private final List<String> keys;

    CsvColumn(String... names) {
        this.title = names[0];
        this.keys = Arrays.stream(names).map(CsvColumn::key).toList();
    }

    /** As a message names it. */
    String title() {
        return title;
    }

    /** The column that a header's cell names; empty when it means nothing here. */
    static Optional<CsvColumn> of(String cell) {
        var key = key(cell);
        return Arrays.stream(values())
                .filter(column -> column.keys.contains(key))
                .findFirst();
    }

    /** Whether a cell speaks of a volume, and does not say that it is the one in units: {@code Volume USDT}. */
    static boolean maybeVolume(String cell) {
        return key(cell).startsWith("volume") && of(cell).isEmpty();
    }

    private static String key(String name) {
        return name.replaceAll("[^\\p{L}\\p{N}/]", "").toLowerCase(Locale.ROOT);
    }
}
