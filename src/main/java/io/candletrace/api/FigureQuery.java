package io.candletrace.api;

import io.candletrace.journal.FigureFilter;
import io.candletrace.request.Parameters;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.util.Optional;

/** Which rows figures are about. */
record FigureQuery(
        @QueryParam("from") Optional<String> from,
        @QueryParam("to") Optional<String> to,
        @QueryParam("strategy") Optional<String> strategy,
        @QueryParam("symbol") Optional<String> symbol,
        @QueryParam("timeframe") Optional<String> timeframe,
        @QueryParam("model") Optional<String> model,
        @QueryParam("execution_id") Optional<String> execution) {

    private static final int MAX_NAME = 64;

    /** Without bounds that nobody gave. */
    FigureFilter toFilter() {
        return filter(Parameters.instant("from", from), Parameters.instant("to", to));
    }

    FigureFilter within(Span span) {
        return filter(Optional.of(span.from()), Optional.of(span.to()));
    }

    private FigureFilter filter(Optional<Instant> start, Optional<Instant> end) {
        return new FigureFilter(
                start,
                end,
                Parameters.text("strategy", strategy, MAX_NAME),
                Parameters.symbol("symbol", symbol),
                Parameters.timeframe("timeframe", timeframe),
                Parameters.text("model", model, MAX_NAME),
                Parameters.id("execution_id", execution));
    }
}
