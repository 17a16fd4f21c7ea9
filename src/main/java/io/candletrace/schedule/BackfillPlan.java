package io.candletrace.schedule;

import io.candletrace.failure.FailureReason;
import io.candletrace.failure.ServiceException;
import io.candletrace.lineage.StrategyId;
import io.candletrace.lineage.StrategyVersionId;
import io.candletrace.market.Instrument;
import io.candletrace.strategy.Strategy;
import java.time.Instant;
import java.util.List;

/**
 * A backfill that was found possible.
 *
 * @param version pinned
 * @param pace what the step comes to
 * @param timeZone of the pace
 * @param first its first {@code as_of}, UTC
 * @param total how many executions it comes to
 */
public record BackfillPlan(
        BackfillRequest request,
        StrategyId strategy,
        StrategyVersionId version,
        String pace,
        String timeZone,
        Instant first,
        int total) {
    private static final int MOST_STEPS = 100_000;

    /** Goes through the span once. Throws {@code IMPOSSIBLE_REQUEST} when there is nothing in it, or too much. */
    static BackfillPlan of(BackfillRequest request, Strategy strategy, List<Instrument> instruments) {
        var pace = Pace.of(request.step(), strategy, instruments);
        var fires = pace.fires(request.from());
        var start = request.from().minusNanos(1);
        var total = fires.count(start, request.to().minusNanos(1), MOST_STEPS + 1);
        requireSteps(request, total);
        return new BackfillPlan(
                request,
                strategy.current().strategy(),
                strategy.current().id(),
                pace.text(),
                pace.zone().getId(),
                fires.after(start).orElseThrow(),
                total);
    }

    private static void requireSteps(BackfillRequest request, int total) {
        if (total == 0 || total > MOST_STEPS) {
            throw new ServiceException(
                    FailureReason.IMPOSSIBLE_REQUEST,
                    "step: expected 1 to " + MOST_STEPS + " of '" + request.step() + "' from " + request.from() + " to "
                            + request.to() + ", found " + (total == 0 ? "none" : "more"));
        }
    }
}
