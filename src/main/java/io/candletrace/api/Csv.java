package io.candletrace.api;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Writes views as CSV (RFC 4180): the JSON's keys as columns, nested JSON as text, texts that a spreadsheet would run as
 * formulas with an apostrophe in front.
 */
final class Csv<V> {

    static final String MEDIA_TYPE = "text/csv";

    private static final String LINE = "\r\n";
    private static final String FORMULA_STARTS = "=+-@\t\r";

    private final ObjectMapper json;
    private final List<String> columns;

    Csv(ObjectMapper json, Class<V> view) {
        this(json, columns(view).toList());
    }

    /** Of some of a view's columns. */
    Csv(ObjectMapper json, List<String> columns) {
        this.json = json;
        this.columns = List.copyOf(columns);
    }

    String write(List<V> views) {
        return views.stream()
                .map(this::line)
                .collect(Collectors.joining(LINE, String.join(",", columns) + LINE, views.isEmpty() ? "" : LINE));
    }

    private String line(V view) {
        JsonNode node = json.valueToTree(view);
        return columns.stream().map(column -> cell(node.path(column))).collect(Collectors.joining(","));
    }

    private static String cell(JsonNode value) {
        if (value.isNull() || value.isMissingNode()) {
            return "";
        }
        if (value.isNumber()) {
            return value.decimalValue().toPlainString();
        }
        var text = value.isValueNode() ? value.asText() : value.toString();
        return quoted(text.isEmpty() || FORMULA_STARTS.indexOf(text.charAt(0)) < 0 ? text : "'" + text);
    }

    private static String quoted(String text) {
        return text.chars().anyMatch(character -> character == '"' || character == ',' || character < ' ')
                ? '"' + text.replace("\"", "\"\"") + '"'
                : text;
    }

    /** All columns of a view. */
    static Stream<String> columns(Class<?> view) {
        return Arrays.stream(view.getRecordComponents())
                .flatMap(component -> component.getAccessor().isAnnotationPresent(JsonUnwrapped.class)
                        ? columns(component.getType())
                        : Stream.of(
                                PropertyNamingStrategies.SnakeCaseStrategy.INSTANCE.translate(component.getName())));
    }
}
