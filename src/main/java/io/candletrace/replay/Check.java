package io.candletrace.replay;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One thing that was held against another.
 *
 * @param what an object by its key, a column, or a field of one
 * @param expected what the rest of the evidence gives
 * @param found what lies there
 * @param same whether they are the same
 * @param making what a difference can come from
 */
public record Check(String what, String expected, String found, boolean same, Making making) {
    /** How a thing comes about, and so what a difference can come from. */
    public enum Making {
        /** It was written down once, so that a difference is somebody's work. */
        KEPT,
        /** It was drawn or worded by a program, of which there may be another version now. */
        DRAWN
    }

    static Check kept(String what, @Nullable Object expected, @Nullable Object found) {
        return of(what, Fact.of(expected), Fact.of(found), Making.KEPT);
    }

    static Check drawn(String what, @Nullable Object expected, @Nullable Object found) {
        return of(what, Fact.of(expected), Fact.of(found), Making.DRAWN);
    }

    /** Field by field: whatever one of them has. */
    static Stream<Check> fields(String what, Map<String, ?> expected, Map<String, ?> found) {
        var fields = new LinkedHashSet<String>(expected.keySet());
        fields.addAll(found.keySet());
        return fields.stream().map(field -> kept(what + "." + field, expected.get(field), found.get(field)));
    }

    /** Item by item: as many as one of them has. */
    static Stream<Check> items(String what, List<?> expected, List<?> found) {
        return Stream.iterate(0, i -> i < Math.max(expected.size(), found.size()), i -> i + 1)
                .map(i -> kept(what + "[" + i + "]", item(expected, i), item(found, i)));
    }

    /** In words. */
    String difference() {
        return what + ": expected " + expected + ", found " + found;
    }

    private static Check of(String what, Fact expected, Fact found, Making making) {
        return new Check(what, expected.shown(), found.shown(), expected.equals(found), making);
    }

    private static @Nullable Object item(List<?> items, int index) {
        return index < items.size() ? items.get(index) : null;
    }
}
