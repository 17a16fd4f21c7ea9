package io.candletrace.schedule;

import io.candletrace.lineage.CanonicalJson;
import io.candletrace.lineage.Sha256;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Somebody wants a strategy to run over a span of the past.
 *
 * @param strategy its name; the current version is pinned
 * @param from UTC; the first {@code as_of}, or the first fire at or after it
 * @param to UTC; every {@code as_of} is before it
 * @param step an ISO 8601 period or duration, {@code session} for each close of the strategy's market, or {@code schedule} for
 *     each fire of the strategy's schedule
 * @param maxCost US dollars after which nothing more is accepted
 * @param concurrency how many executions are unfinished at a time, at most
 * @param requestedBy who, for people
 */
public record BackfillRequest(
        String strategy,
        Instant from,
        Instant to,
        String step,
        Optional<BigDecimal> maxCost,
        int concurrency,
        String requestedBy) {
    /** Unfinished executions at a time when nobody says how many. */
    public static final int CONCURRENCY = 4;

    /** Of what is asked for, whoever asks. */
    public Sha256 sha256() {
        var asked = new HashMap<String, Object>(Map.of(
                "strategy", strategy,
                "from", from.toString(),
                "to", to.toString(),
                "step", step,
                "concurrency", concurrency));
        maxCost.ifPresent(
                cost -> asked.put("max_cost", cost.stripTrailingZeros().toPlainString()));
        return Sha256.of(CanonicalJson.write(asked));
    }
}
