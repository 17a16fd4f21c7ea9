package io.candletrace.feed.csv;

import static java.util.stream.Collectors.joining;

import de.siegmar.fastcsv.reader.CsvRecord;
import io.candletrace.inspection.Admission;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Which columns of a file mean what. What is wrong with them is an {@link IllegalArgumentException} that says it. */
final class CsvHeader {
    private static final int MAX_SHOWN = 12;

    private static final String NEEDED = "Date (or Timestamp, Datetime, Open time, Time, or Date and Time), "
            + "Open, High, Low, Close and perhaps Volume";

    private static final List<CsvColumn> TIMES = List.of(CsvColumn.MOMENT, CsvColumn.DATE, CsvColumn.TIME);
    private static final List<CsvColumn> PRICES =
            List.of(CsvColumn.OPEN, CsvColumn.HIGH, CsvColumn.LOW, CsvColumn.CLOSE);

    private final List<String> cells;
    private final Map<CsvColumn, List<Integer>> places = new EnumMap<>(CsvColumn.class);
    private final int[] firsts = new int[CsvColumn.values().length];

    CsvHeader(List<String> cells) {
        this.cells = List.copyOf(cells);
        for (int i = 0; i < cells.size(); i++) {
            int place = i;
            CsvColumn.of(cells.get(i))
                    .ifPresent(column -> places.computeIfAbsent(column, absent -> new ArrayList<>())
                            .add(place));
        }
        requireNeeded();
        requireOneTime();
        requireOnce();
        requireOneVolume();
        Arrays.setAll(firsts, this::first);
    }

    /** How many columns there are, those that mean nothing included. */
    int size() {
        return cells.size();
    }

    /** What a row says about its time: a field, or the one with the date and the one with the time of day. */
    String time(CsvRecord row) {
        return TIMES.stream()
                .flatMap(column -> field(row, column).stream())
                .collect(joining(" "))
                .strip();
    }

    /** A row's field; empty when the file or the row has none. */
    Optional<String> field(CsvRecord row, CsvColumn column) {
        var place = firsts[column.ordinal()];
        return place < row.getFieldCount() ? Optional.of(row.getField(place).strip()) : Optional.empty();
    }

    private void requireNeeded() {
        var missing = Stream.concat(
                        hasTime() ? Stream.empty() : Stream.of(CsvColumn.DATE),
                        PRICES.stream().filter(column -> !places.containsKey(column)))
                .toList();
        if (missing.equals(List.of(CsvColumn.CLOSE)) && places.containsKey(CsvColumn.ADJUSTED_CLOSE)) {
            throw new IllegalArgumentException("a column Close is needed, as raw as Open, High and Low; found "
                    + shown(List.of(CsvColumn.ADJUSTED_CLOSE)) + ", which is not to be mixed with them");
        }
        if (!missing.isEmpty()) {
            throw new IllegalArgumentException("a header with " + NEEDED + " is needed; missing "
                    + missing.stream().map(CsvColumn::title).collect(joining(", ")) + "; found " + quoted(cells));
        }
    }

    private boolean hasTime() {
        return TIMES.stream().anyMatch(places::containsKey);
    }

    private void requireOneTime() {
        var times = TIMES.stream().filter(places::containsKey).toList();
        if (times.size() > 1 && times.contains(CsvColumn.MOMENT)) {
            throw new IllegalArgumentException("one column with the time is needed, found " + shown(times));
        }
    }

    private void requireOnce() {
        for (var column : places.keySet()) {
            if (column != CsvColumn.ADJUSTED_CLOSE && all(column).size() > 1) {
                throw new IllegalArgumentException(
                        "one column " + column.title() + " is needed, found " + shown(List.of(column)));
            }
        }
    }

    private void requireOneVolume() {
        var volumes = cells.stream().filter(CsvColumn::maybeVolume).toList();
        if (!places.containsKey(CsvColumn.VOLUME) && !volumes.isEmpty()) {
            throw new IllegalArgumentException("the column with the volume in units of the instrument should be called "
                    + "Volume, found " + quoted(volumes));
        }
    }

    private int first(int ordinal) {
        return all(CsvColumn.values()[ordinal]).stream().findFirst().orElse(Integer.MAX_VALUE);
    }

    private List<Integer> all(CsvColumn column) {
        return places.getOrDefault(column, List.of());
    }

    private String shown(List<CsvColumn> columns) {
        return quoted(columns.stream()
                .flatMap(column -> all(column).stream())
                .map(cells::get)
                .toList());
    }

    private static String quoted(List<String> names) {
        var rest = names.size() <= MAX_SHOWN ? "" : " and " + (names.size() - MAX_SHOWN) + " more";
        return names.stream()
                        .limit(MAX_SHOWN)
                        .map(name -> "'" + Admission.shown(name.strip()) + "'")
                        .collect(joining(", "))
                + rest;
    }
}
