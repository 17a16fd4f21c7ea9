package io.candletrace.analysis;

import io.candletrace.lineage.CanonicalJson;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The JSON schema of an answer, in the subset that strict endpoints accept: every field required, nullable where HOLD has none, no
 * other fields. What is seen comes before what is concluded, because models write fields in the schema's order.
 */
public final class VerdictSchema {
    /** What requests call it. */
    public static final String NAME = "chart_verdict";

    private static final Map<String, Object> NUMBER_OR_NULL = Map.of("type", List.of("number", "null"));
    private static final Map<String, Object> NUMBERS = list(Map.of("type", "number"));
    private static final Map<String, Object> TEXT = Map.of("type", "string");
    private static final Map<String, Object> TEXTS = list(TEXT);
    private static final Map<String, Object> READINGS =
            list(object(fields("indicator", TEXT, "value", Map.of("type", "number"))));

    /** The names of all fields. */
    static final Set<String> FIELDS = Set.copyOf(fields().keySet());

    private VerdictSchema() {}

    /** The schema as maps, lists, texts and booleans; its fields in a fixed order. */
    public static Map<String, Object> schema() {
        return object(fields());
    }

    /** The schema as text, for endpoints that do not take one. */
    public static String text() {
        return CanonicalJson.write(schema());
    }

    private static Map<String, Object> fields() {
        var fields = new LinkedHashMap<String, Object>();
        fields.put("symbol", TEXT);
        fields.put("readings", READINGS);
        fields.put("key_patterns", TEXTS);
        fields.put("support_levels", NUMBERS);
        fields.put("resistance_levels", NUMBERS);
        fields.put("reasoning", TEXT);
        fields.put("trend_direction", word("bullish", "bearish", "neutral"));
        fields.put("recommendation", word("BUY", "SELL", "HOLD"));
        fields.put("confidence", NUMBER_OR_NULL);
        fields.put("entry_low", NUMBER_OR_NULL);
        fields.put("entry_high", NUMBER_OR_NULL);
        fields.put("stop_loss", NUMBER_OR_NULL);
        fields.put("targets", NUMBERS);
        fields.put("r_multiple", NUMBER_OR_NULL);
        return fields;
    }

    private static Map<String, Object> fields(String name, Object type, String secondName, Object secondType) {
        var fields = new LinkedHashMap<String, Object>();
        fields.put(name, type);
        fields.put(secondName, secondType);
        return fields;
    }

    private static Map<String, Object> object(Map<String, Object> fields) {
        var schema = new LinkedHashMap<String, Object>();
        schema.put("type", "object");
        schema.put("properties", fields);
        schema.put("required", List.copyOf(fields.keySet()));
        schema.put("additionalProperties", false);
        return schema;
    }

    private static Map<String, Object> list(Map<String, Object> items) {
        return ordered("items", items, "type", "array");
    }

    private static Map<String, Object> word(String... words) {
        return ordered("enum", List.of(words), "type", "string");
    }

    // Map.of has another order in every process, and equal requests shall hash alike.
    private static Map<String, Object> ordered(String key, Object value, String secondKey, Object secondValue) {
        return Collections.unmodifiableMap(new TreeMap<>(Map.of(key, value, secondKey, secondValue)));
    }
}
