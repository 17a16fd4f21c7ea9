package io.candletrace.schedule;

import io.candletrace.lineage.BackfillId;
import io.candletrace.lineage.StrategyVersionId;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;

/**
 * A row of {@code backfills}.
 *
 * @param strategy its name
 * @param strategyVersion the pinned version's number, from 1
 * @param status {@code running completed stopped failed cancelled}
 * @param step as it was asked for
 * @param pace what the step came to
 * @param timeZone of the pace
 * @param maxCost US dollars
 * @param total how many executions it comes to
 * @param accepted how many of them exist
 * @param nextAsOf the next {@code as_of}, UTC; absent when all have their execution
 * @param reason why it was stopped, failed or was cancelled; empty otherwise
 */
public record BackfillRecord(
        BackfillId id,
        String strategy,
        StrategyVersionId version,
        int strategyVersion,
        String status,
        Instant from,
        Instant to,
        String step,
        String pace,
        String timeZone,
        Optional<BigDecimal> maxCost,
        int concurrency,
        int total,
        int accepted,
        Optional<Instant> nextAsOf,
        String reason,
        String requestedBy,
        Instant createdAt,
        Optional<Instant> endedAt) {

    /**
     * How far a backfill is.
     *
     * @param unfinished executions that have not ended
     * @param spent US dollars, of the calls whose cost is known
     */
    public record Progress(long completed, long failed, long cancelled, long unfinished, BigDecimal spent) {
        /** Nothing happened yet. */
        public static final Progress NONE = new Progress(0, 0, 0, 0, BigDecimal.ZERO);
    }

    /** A backfill and how far it is. */
    public record Watched(BackfillRecord backfill, Progress progress) {}
}
