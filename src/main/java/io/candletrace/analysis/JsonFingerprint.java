package io.candletrace.analysis;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.candletrace.lineage.CanonicalJson;
import io.candletrace.lineage.Sha256;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One text and one hash for one JSON value, however it is spelt, so that what a database gives back is known again. Numbers are
 * what a double holds of them, because that is how they come out of JSON columns.
 */
public final class JsonFingerprint {
    private static final ObjectMapper JSON = new ObjectMapper();

    private JsonFingerprint() {}

    /**
     * The hash of JSON text.
     *
     * @throws IllegalArgumentException when it is none
     */
    public static Sha256 of(String json) {
        try {
            return of(JSON.readValue(json, Object.class));
        } catch (JsonProcessingException malformed) {
            throw new IllegalArgumentException("not JSON: " + ReadableText.line(json, 100), malformed);
        }
    }

    /** The hash of a value of maps, lists, texts, numbers and booleans. */
    public static Sha256 of(Object value) {
        return Sha256.of(text(value));
    }

    /** The value in canonical form. */
    public static String text(@Nullable Object value) {
        return CanonicalJson.write(read(value));
    }

    private static @Nullable Object read(@Nullable Object value) {
        return switch (value) {
            case null -> null;
            case Map<?, ?> map -> object(map);
            case Collection<?> items ->
                items.stream().map(JsonFingerprint::read).toList();
            case Number number -> number(number.doubleValue());
            case Boolean flag -> flag;
            default -> value.toString();
        };
    }

    private static Map<String, @Nullable Object> object(Map<?, ?> map) {
        var read = new LinkedHashMap<String, @Nullable Object>();
        map.forEach((key, item) -> read.put(String.valueOf(key), read(item)));
        return read;
    }

    /** A number beyond all doubles, which JSON can write, comes back as a text. */
    private static Object number(double value) {
        return Double.isFinite(value) ? new BigDecimal(Double.toString(value)) : Double.toString(value);
    }
}
