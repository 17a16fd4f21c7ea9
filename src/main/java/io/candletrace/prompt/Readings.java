package io.candletrace.prompt;

import java.math.BigDecimal;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** The indicators' current values as lines of text, one an indicator, keys sorted so that equal readings read alike. */
final class Readings {
    private static final String NO_VALUE = "n/a";

    private Readings() {}

    static String table(Map<String, Object> readings) {
        if (readings.isEmpty()) {
            return "none";
        }
        return new TreeMap<>(readings)
                .entrySet().stream()
                        .map(entry -> entry.getKey() + ": " + text(entry.getValue()))
                        .collect(Collectors.joining("\n"));
    }

    private static String text(@Nullable Object value) {
        return switch (value) {
            case null -> NO_VALUE;
            case Map<?, ?> map -> fields(map);
            case Iterable<?> items ->
                StreamSupport.stream(items.spliterator(), false)
                        .map(Readings::text)
                        .collect(Collectors.joining(", ", "[", "]"));
            case Number number -> plain(number);
            default -> value.toString();
        };
    }

    private static String fields(Map<?, ?> map) {
        var sorted = new TreeMap<String, String>();
        map.forEach((key, value) -> sorted.put(String.valueOf(key), nested(value)));
        return sorted.entrySet().stream()
                .map(entry -> entry.getKey() + " " + entry.getValue())
                .collect(Collectors.joining(", "));
    }

    private static String nested(@Nullable Object value) {
        return value instanceof Map<?, ?> map ? "(" + fields(map) + ")" : text(value);
    }

    private static String plain(Number number) {
        if (number instanceof Double real && !Double.isFinite(real)) {
            return NO_VALUE;
        }
        var decimal = number instanceof BigDecimal exact ? exact : new BigDecimal(number.toString());
        return decimal.toPlainString();
    }
}
