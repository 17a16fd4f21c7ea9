package io.candletrace.api;

import io.candletrace.lineage.Window;
import io.candletrace.request.Parameters;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.function.ToLongFunction;

/** What every list takes: how many rows, from where on, and made when. */
record ListQuery(
        @QueryParam("limit") Optional<String> limit,
        @QueryParam("cursor") Optional<String> cursor,
        @QueryParam("from") Optional<String> from,
        @QueryParam("to") Optional<String> to) {

    private static final int DEFAULT_LIMIT = 50;
    private static final int MAX_LIMIT = 200;

    /** One row more than is given out: whether it is there tells whether the list goes on. */
    Window window(UriInfo uri) {
        var below = cursor.map(text ->
                        OptionalLong.of(Cursor.parse(uri.getPath(), text).lastId()))
                .orElseGet(OptionalLong::empty);
        return new Window(below, size() + 1, Parameters.instant("from", from), Parameters.instant("to", to));
    }

    /** What is given out of the rows that were found. */
    <R, V> ListView<V> view(UriInfo uri, List<R> rows, ToLongFunction<R> id, Function<R, V> view) {
        var next = rows.size() > size()
                ? Optional.of(new Cursor(uri.getPath(), id.applyAsLong(rows.get(size() - 1))).text())
                : Optional.<String>empty();
        return new ListView<>(rows.stream().limit(size()).map(view).toList(), next);
    }

    private int size() {
        return Parameters.id("limit", limit)
                .map(given -> {
                    if (given > MAX_LIMIT) {
                        throw Parameters.invalid("limit", "1 to " + MAX_LIMIT, String.valueOf(given));
                    }
                    return given.intValue();
                })
                .orElse(DEFAULT_LIMIT);
    }
}
