package io.candletrace.lineage;

import java.math.BigDecimal;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * JSON with one spelling for one value, so that it can be hashed: keys sorted, no spaces, numbers plain and without
 * trailing zeros, only what JSON demands is escaped.
 */
public final class CanonicalJson {
    private CanonicalJson() {}

    /**
     * Writes a value.
     *
     * @throws IllegalArgumentException when it holds anything but maps with string keys, iterables, strings, numbers,
     *     booleans and null, or a number that is not finite
     */
    public static String write(@Nullable Object value) {
        return switch (value) {
            case null -> "null";
            case Map<?, ?> map -> object(map);
            case Iterable<?> items -> array(items);
            case String text -> quote(text);
            case Boolean flag -> flag.toString();
            case Number number -> plain(number);
            default ->
                throw new IllegalArgumentException(
                        "no canonical form for " + value.getClass().getName());
        };
    }

    private static String object(Map<?, ?> map) {
        var sorted = new TreeMap<String, @Nullable Object>();
        map.forEach((key, value) -> sorted.put((String) key, value));
        return sorted.entrySet().stream()
                .map(entry -> quote(entry.getKey()) + ":" + write(entry.getValue()))
                .collect(Collectors.joining(",", "{", "}"));
    }

    private static String array(Iterable<?> items) {
        return StreamSupport.stream(items.spliterator(), false)
                .map(CanonicalJson::write)
                .collect(Collectors.joining(",", "[", "]"));
    }

    private static String plain(Number number) {
        if (number instanceof Double real && !Double.isFinite(real)) {
            throw new IllegalArgumentException("a canonical number is finite, was " + real);
        }
        var decimal = number instanceof BigDecimal exact ? exact : new BigDecimal(number.toString());
        return decimal.signum() == 0 ? "0" : decimal.stripTrailingZeros().toPlainString();
    }

    private static String quote(String text) {
        var quoted = new StringBuilder(text.length() + 2).append('"');
        text.chars().forEach(character -> {
            if (character == '"' || character == '\\') {
                quoted.append('\\').append((char) character);
            } else if (character < ' ') {
                quoted.append(String.format("\\u%04x", character));
            } else {
                quoted.append((char) character);
            }
        });
        return quoted.append('"').toString();
    }
}
