package io.candletrace.evaluation.postgres;

import io.candletrace.evaluation.ScorecardSource;
import io.candletrace.evaluation.scorecard.Answers;
import io.candletrace.evaluation.scorecard.Group;
import io.candletrace.evaluation.scorecard.Observations;
import io.candletrace.evaluation.scorecard.ScorecardQuery;
import io.candletrace.persistence.Transactions;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.hibernate.reactive.mutiny.Mutiny;

/** What was observed, from PostgreSQL: one row a group, its columns packed, so that hundreds of thousands travel at once. */
@ApplicationScoped
class PostgresScorecards implements ScorecardSource {
    private static final String ANSWERS = """
            select %s count(*), count(*) filter (where s.answer_status <> 'completed'),
                count(*) filter (where s.answer_status = 'completed' and o.id is null),
                count(*) filter (where o.status = 'excluded'), sum(s.cost_usd), count(s.cost_usd),
                percentile_disc(0.5) within group (order by s.latency_ms),
                percentile_disc(0.95) within group (order by s.latency_ms)
            from outcome_subjects s
                left join outcomes o on o.subject_id = s.id and o.horizon = ?12 and o.superseded_at is null
            where\s""" + ScorecardFilter.CONDITION;
    /**
     * Base rates are of the months that the observed subjects lie in. The order is of what they are about, not of when they were
     * written, so that the same study done again gives the same digits.
     */
    private static final String OBSERVATIONS = """
            with observed as materialized (
                select %s s.id, s.symbol, s.instrument_id, s.source, s.timeframe, s.as_of, s.entry_at, o.exit_at, s.direction,
                    o.forward_return, o.excess_return,
                    case when s.horizon_bars = ?12 and not s.scored then s.confidence end as stated, s.forward
                from outcome_subjects s
                    join outcomes o on o.subject_id = s.id and o.horizon = ?12 and o.superseded_at is null
                where o.status = 'resolved' and\s""" + ScorecardFilter.CONDITION + """
                ),
            span as (select date_trunc('month', min(as_of)) as first, max(as_of) as last from observed),
            series as (
                select b.instrument_id, b.source, b.timeframe,
                    row_number() over (order by min(i.symbol), b.source, b.timeframe, b.instrument_id) as number,
                    cast(sum(b.up) as float8) / sum(b.bars) as up, cast(sum(b.down) as float8) / sum(b.bars) as down
                from base_rates b join instruments i on i.id = b.instrument_id, span where b.horizon = ?12 and b.month >= span.first and b.month <= span.last
                group by b.instrument_id, b.source, b.timeframe)
            select %s
                string_agg(int4send(cast(coalesce(r.number, 0) as integer)), '' order by s.as_of, s.symbol, s.id),
                string_agg(int4send(cast(floor(date_part('epoch', s.as_of) / 86400) as integer)), '' order by s.as_of, s.symbol, s.id),
                string_agg(int8send(cast(date_part('epoch', s.entry_at) as bigint)), '' order by s.as_of, s.symbol, s.id),
                string_agg(int8send(cast(date_part('epoch', s.exit_at) as bigint)), '' order by s.as_of, s.symbol, s.id),
                string_agg(int2send(s.direction), '' order by s.as_of, s.symbol, s.id),
                string_agg(float8send(cast(s.forward_return as float8)), '' order by s.as_of, s.symbol, s.id),
                string_agg(float8send(coalesce(cast(s.excess_return as float8), 'NaN')), '' order by s.as_of, s.symbol, s.id),
                string_agg(float8send(coalesce(cast(s.stated as float8), 'NaN')), '' order by s.as_of, s.symbol, s.id),
                string_agg(float8send(coalesce(r.up, 'NaN')), '' order by s.as_of, s.symbol, s.id),
                string_agg(float8send(coalesce(r.down, 'NaN')), '' order by s.as_of, s.symbol, s.id),
                string_agg(int2send(cast(case when s.forward then 1 else 0 end as smallint)), '' order by s.as_of, s.symbol, s.id)
            from observed s left join series r
                on r.instrument_id = s.instrument_id and r.source = s.source and r.timeframe = s.timeframe
            """;

    private final Transactions transactions;

    PostgresScorecards(Transactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public Uni<List<Group>> groups(ScorecardQuery query) {
        var filter = new ScorecardFilter(query);
        return Uni.combine()
                .all()
                .unis(
                        transactions.read(session -> answers(session, filter)),
                        transactions.read(session -> observations(session, filter)))
                .with(PostgresScorecards::groups);
    }

    private static Uni<Map<List<String>, Answers>> answers(Mutiny.Session session, ScorecardFilter filter) {
        var statement = ANSWERS.formatted(filter.keys()) + filter.grouped();
        return filter.bind(session.createNativeQuery(statement, Object[].class))
                .getResultList()
                .map(rows -> rows.stream()
                        .map(row -> Map.entry(filter.key(row), answers(filter.rest(row))))
                        .filter(group -> group.getValue().total() > 0)
                        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
    }

    private static Uni<Map<List<String>, Observations>> observations(Mutiny.Session session, ScorecardFilter filter) {
        var statement = OBSERVATIONS.formatted(filter.keys(), filter.names()) + filter.grouped();
        return filter.bind(session.createNativeQuery(statement, Object[].class))
                .getResultList()
                .map(rows ->
                        rows.stream().collect(Collectors.toMap(filter::key, row -> observations(filter.rest(row)))));
    }

    private static List<Group> groups(
            Map<List<String>, Answers> answers, Map<List<String>, Observations> observations) {
        return answers.entrySet().stream()
                .map(group -> new Group(
                        group.getKey(), group.getValue(), observations.getOrDefault(group.getKey(), Observations.NONE)))
                .sorted(Comparator.comparing(group -> String.join("\n", group.key())))
                .toList();
    }

    private static Answers answers(Object[] row) {
        var fields = new Fields(row);
        return new Answers(
                fields.number(),
                fields.number(),
                fields.number(),
                fields.number(),
                fields.optionalDecimal(),
                fields.number(),
                fields.optionalInteger().orElse(0),
                fields.optionalInteger().orElse(0));
    }

    private static Observations observations(Object[] row) {
        return new Observations(
                Packed.integers(row[0]),
                Packed.integers(row[1]),
                Packed.longs(row[2]),
                Packed.longs(row[3]),
                Packed.shorts(row[4]),
                Packed.doubles(row[5]),
                Packed.doubles(row[6]),
                Packed.doubles(row[7]),
                Packed.doubles(row[8]),
                Packed.doubles(row[9]),
                Packed.shorts(row[10]));
    }
}
