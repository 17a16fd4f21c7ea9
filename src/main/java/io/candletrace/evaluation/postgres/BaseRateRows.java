package io.candletrace.evaluation.postgres;

import io.candletrace.evaluation.Batch;
import io.candletrace.evaluation.outcome.BaseRates;
import io.candletrace.lineage.CanonicalJson;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.hibernate.reactive.mutiny.Mutiny;

/** The rows of {@code base_rates}, in the caller's transaction. */
final class BaseRateRows {
    /** In one order, so that two who know about the same series wait for each other but never in a circle. */
    private static final String KEEP = """
            insert into base_rates as b (instrument_id, source, timeframe, horizon, month, bars, up, down)
            select cast(?2 as bigint), cast(?3 as text), cast(?4 as text), f.horizon, f.month, f.bars, f.up, f.down
            from jsonb_to_recordset(cast(cast(?1 as text) as jsonb)) as f(horizon integer, month date, bars integer, up integer,
                down integer)
            order by f.horizon, f.month
            on conflict (instrument_id, source, timeframe, horizon, month)
            do update set bars = excluded.bars, up = excluded.up, down = excluded.down
            -- Who saw less of a month knows less.
            where excluded.bars >= b.bars and (excluded.bars, excluded.up, excluded.down) <> (b.bars, b.up, b.down)
            """;

    private BaseRateRows() {}

    static Uni<Integer> keep(Mutiny.Session session, Batch batch, List<BaseRates> rates) {
        return session.createNativeQuery(KEEP)
                .setParameter(
                        1,
                        CanonicalJson.write(
                                rates.stream().flatMap(BaseRateRows::rows).toList()))
                .setParameter(2, batch.instrument().value())
                .setParameter(3, batch.source())
                .setParameter(4, batch.timeframe().code())
                .executeUpdate();
    }

    private static Stream<Map<String, Object>> rows(BaseRates rates) {
        return rates.months().entrySet().stream()
                .map(month -> Map.of(
                        "horizon",
                        rates.horizon(),
                        "month",
                        month.getKey().atDay(1).toString(),
                        "bars",
                        month.getValue().entries(),
                        "up",
                        month.getValue().up(),
                        "down",
                        month.getValue().down()));
    }
}
