package io.candletrace.analysis;

import io.candletrace.indicator.IndicatedSeries;
import io.candletrace.indicator.IndicatorValues;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The indicators' current values by the names that an answer quotes them with. A name is the indicator's and the value's, as the
 * prompt's table of indicators has them, with a dot between; {@code current} is left out: {@code RSI}, {@code SMA.50},
 * {@code MACD.histogram}, {@code Bollinger_Bands.upper}, {@code ATR.percent_of_close}. Parameters and words have no name.
 *
 * <p>Models also copy what the picture's legend says, so its names mean the same values: {@code RSI 14}, {@code SMA 50},
 * {@code MACD histogram}, {@code BB upper}; and so does a {@code current} that was not left out. Case does not matter, nor do the
 * signs between words: {@code RSI(14)} is {@code RSI 14}. A period that is not the chart's names nothing.
 */
public final class ReadingTable {
    private static final String CURRENT = "current";
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[\\s._()\\-]+");

    private final Map<String, Entry> entries = new HashMap<>();

    private ReadingTable() {}

    /**
     * A value of the table.
     *
     * @param name in its first spelling: {@code MACD.histogram}
     * @param value as shown; empty when the table says that there is none, because history is too short
     */
    public record Entry(String name, Optional<BigDecimal> value) {}

    /** What the chart of this series shows. */
    public static ReadingTable of(IndicatedSeries series) {
        var table = new ReadingTable();
        var metadata = series.metadata();
        for (var values : series.values()) {
            if (metadata.get(values.indicator().key()) instanceof Map<?, ?> shown) {
                table.add(values, shown);
            }
        }
        return table;
    }

    /** The value that this name means; empty when it means none. */
    public Optional<Entry> find(String name) {
        return Optional.ofNullable(entries.get(normal(name)));
    }

    /** An indicator's values stand in the order of its lines, so that each line's name in the legend is a second name. */
    private void add(IndicatorValues values, Map<?, ?> shown) {
        var key = values.indicator().key();
        var parameters = values.indicator().parameters().keySet();
        var added = new ArrayList<Entry>();
        shown.forEach((field, value) -> {
            var name = String.valueOf(field);
            if (!parameters.contains(name)) {
                added.addAll(add(key, name, value));
            }
        });
        for (var i = 0; i < Math.min(added.size(), values.lines().size()); i++) {
            entries.putIfAbsent(normal(values.line(i).name()), added.get(i));
        }
    }

    private List<Entry> add(String key, String field, @Nullable Object value) {
        if (value instanceof String) {
            return List.of();
        }
        if (value instanceof Map<?, ?> byPeriod) {
            return byPeriod.entrySet().stream()
                    .map(entry -> add(
                            key + "." + entry.getKey(),
                            key + "." + field + "." + entry.getKey(),
                            number(entry.getValue())))
                    .toList();
        }
        var full = key + "." + field;
        return List.of(add(field.equals(CURRENT) ? key : full, full, number(value)));
    }

    private Entry add(String name, String full, Optional<BigDecimal> value) {
        var entry = new Entry(name, value);
        entries.put(normal(name), entry);
        entries.put(normal(full), entry);
        return entry;
    }

    private static Optional<BigDecimal> number(@Nullable Object value) {
        return Optional.ofNullable(value).map(shown -> new BigDecimal(shown.toString()));
    }

    private static String normal(String name) {
        return BETWEEN_WORDS
                .matcher(name.toLowerCase(Locale.ROOT))
                .replaceAll(" ")
                .strip();
    }
}
