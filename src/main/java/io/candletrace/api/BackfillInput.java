package io.candletrace.api;

import io.candletrace.request.Parameters;
import io.candletrace.schedule.BackfillRequest;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * What {@code POST /api/backfills} holds.
 *
 * @param maxCost US dollars
 */
record BackfillInput(
        Optional<String> strategy,
        Optional<String> from,
        Optional<String> to,
        Optional<String> step,
        Optional<BigDecimal> maxCost,
        Optional<Integer> concurrency,
        Optional<String> requestedBy) {

    private static final int MAX_NAME = 64;
    private static final int MAX_STEP = 50;

    BackfillRequest toRequest() {
        return new BackfillRequest(
                Parameters.text("strategy", Inputs.required("strategy", strategy), MAX_NAME),
                Parameters.instant("from", Inputs.required("from", from)),
                Parameters.instant("to", Inputs.required("to", to)),
                Parameters.text("step", Inputs.required("step", step), MAX_STEP).strip(),
                maxCost.map(cost -> Inputs.usd("max_cost", cost)),
                concurrency.orElse(BackfillRequest.CONCURRENCY),
                Inputs.author("requested_by", requestedBy));
    }
}
