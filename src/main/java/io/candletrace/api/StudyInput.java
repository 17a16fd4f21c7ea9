package io.candletrace.api;

import io.candletrace.study.StudyRequest;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * What {@code POST /api/studies} holds: a backfill, and how it is judged.
 *
 * @param maxCost US dollars
 * @param horizons bars after which it is judged
 */
record StudyInput(
        Optional<String> strategy,
        Optional<String> from,
        Optional<String> to,
        Optional<String> step,
        Optional<BigDecimal> maxCost,
        Optional<Integer> concurrency,
        Optional<String> requestedBy,
        Optional<List<Integer>> horizons) {

    StudyRequest toRequest() {
        var backfill = new BackfillInput(strategy, from, to, step, maxCost, concurrency, requestedBy);
        return new StudyRequest(backfill.toRequest(), horizons.orElse(List.of()), Optional.empty());
    }
}
