package io.candletrace.evaluation.postgres;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.candletrace.evaluation.StateStore;
import io.candletrace.evaluation.effect.IndicatorState;
import io.candletrace.evaluation.effect.KeptIndicators;
import io.candletrace.lineage.CanonicalJson;
import io.candletrace.persistence.Fields;
import io.candletrace.persistence.Transactions;
import io.candletrace.thread.Hop;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import org.hibernate.reactive.mutiny.Mutiny;

/** The states of indicators in PostgreSQL; every step is one statement for the whole batch. */
@ApplicationScoped
class PostgresStates implements StateStore {
    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private static final String WAITING = """
            with waiting as materialized (
                select llm_analysis_id from analysis_states where states is null
                order by llm_analysis_id limit ?1 for update skip locked)
            select a.id, cast(a.indicators_metadata as text), cast(c.indicators_applied as text), c.price_current
            from waiting w join llm_analyses a on a.id = w.llm_analysis_id join charts c on c.id = a.chart_id
            order by a.id
            """;
    private static final String FOUND = """
            with found as (
                select f.id, cast(s.value ->> 0 as text) as indicator, cast(s.value ->> 1 as text) as state
                from jsonb_to_recordset(cast(cast(?1 as text) as jsonb)) as f(id bigint, states jsonb)
                    left join lateral jsonb_array_elements(f.states) s on true)
            """;
    /** In one order, so that two who find the same new states wait for each other but never in a circle. */
    private static final String NAME = FOUND + """
            insert into indicator_states (indicator, state)
            select distinct f.indicator, f.state from found f
            where f.indicator is not null
                and not exists (select from indicator_states n where n.indicator = f.indicator and n.state = f.state)
            order by f.indicator, f.state
            on conflict do nothing
            """;

    private static final String TELL = FOUND + """
            update analysis_states a set states = t.states
            from (select f.id, coalesce(array_agg(n.id order by n.id) filter (where n.id is not null), '{}') as states
                  from found f left join indicator_states n on n.indicator = f.indicator and n.state = f.state
                  group by f.id) t
            where a.llm_analysis_id = t.id
            """;

    private final Transactions transactions;

    PostgresStates(Transactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public Uni<Integer> tell(int most) {
        return transactions.write(session -> session.createNativeQuery(WAITING, Object[].class)
                .setParameter(1, most)
                .getResultList()
                .chain(rows -> rows.isEmpty()
                        ? Uni.createFrom().item(0)
                        : Hop.blocking(() -> told(rows)).chain(told -> keep(session, told))));
    }

    private static Uni<Integer> keep(Mutiny.Session session, String told) {
        return session.createNativeQuery(NAME)
                .setParameter(1, told)
                .executeUpdate()
                .chain(() ->
                        session.createNativeQuery(TELL).setParameter(1, told).executeUpdate());
    }

    private static String told(List<Object[]> rows) {
        return CanonicalJson.write(
                rows.stream().map(Fields::new).map(PostgresStates::told).toList());
    }

    private static Map<String, Object> told(Fields row) {
        return Map.of("id", row.number(), "states", pairs(kept(row).states()));
    }

    private static KeptIndicators kept(Fields row) {
        return new KeptIndicators(map(row.text()), map(row.text()), row.decimal());
    }

    private static List<List<String>> pairs(List<IndicatorState> states) {
        return states.stream()
                .map(state -> List.of(state.indicator(), state.state()))
                .toList();
    }

    private static Map<String, Object> map(String json) {
        try {
            return JSON.readValue(json, new TypeReference<>() {});
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("the database keeps only JSON objects here", impossible);
        }
    }
}
