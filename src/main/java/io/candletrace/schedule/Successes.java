package io.candletrace.schedule;

import io.candletrace.lineage.StrategyId;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What scheduled executions succeeded. Fails with {@code DATABASE_UNAVAILABLE} when the database does not answer. */
public interface Successes {
    /** The {@code as_of} of the last scheduled execution that completed, of those strategies that have one. */
    Uni<Map<StrategyId, Instant>> last(List<StrategyId> strategies);

    /** Every strategy whose fires are wanted. */
    Uni<List<Waiting>> waiting();

    /**
     * A strategy whose fires are wanted.
     *
     * @param schedule as its row says it
     * @param timeZone as its row says it
     * @param since since when they are wanted, UTC
     * @param last of its last scheduled execution that completed, UTC
     */
    record Waiting(String name, String schedule, String timeZone, Instant since, Optional<Instant> last) {}
}
