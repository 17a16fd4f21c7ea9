package io.candletrace.api;

import io.candletrace.schedule.BackfillRecord.Watched;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;

/**
 * A backfill and how far it is.
 *
 * @param maxCost US dollars
 * @param total how many executions it comes to
 * @param accepted how many of them exist
 * @param running accepted and not ended
 * @param remaining not accepted yet
 * @param spentUsd US dollars, of the calls whose cost is known
 */
record BackfillView(
        long id,
        String strategy,
        int strategyVersion,
        String status,
        Instant from,
        Instant to,
        String step,
        Optional<BigDecimal> maxCost,
        int concurrency,
        int total,
        int accepted,
        long completed,
        long failed,
        long cancelled,
        long running,
        int remaining,
        BigDecimal spentUsd,
        Optional<Instant> nextAsOf,
        String reason,
        String requestedBy,
        Instant createdAt,
        Optional<Instant> endedAt) {

    static BackfillView of(Watched watched) {
        var backfill = watched.backfill();
        var progress = watched.progress();
        return new BackfillView(
                backfill.id().value(),
                backfill.strategy(),
                backfill.strategyVersion(),
                backfill.status(),
                backfill.from(),
                backfill.to(),
                backfill.step(),
                backfill.maxCost(),
                backfill.concurrency(),
                backfill.total(),
                backfill.accepted(),
                progress.completed(),
                progress.failed(),
                progress.cancelled(),
                progress.unfinished(),
                backfill.total() - backfill.accepted(),
                progress.spent(),
                backfill.nextAsOf(),
                backfill.reason(),
                backfill.requestedBy(),
                backfill.createdAt(),
                backfill.endedAt());
    }
}
