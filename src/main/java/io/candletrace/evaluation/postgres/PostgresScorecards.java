package io.candletrace.evaluation.postgres;

import io.candletrace.evaluation.ScorecardSource;
import io.candletrace.evaluation.scorecard.Answers;
import io.candletrace.evaluation.scorecard.Group;
import io.candletrace.evaluation.scorecard.Observations;
import io.candletrace.evaluation.scorecard.ScorecardQuery;
import io.candletrace.lineage.CanonicalJson;
import io.candletrace.persistence.Fields;
import io.candletrace.persistence.Transactions;
import io.candletrace.thread.Hop;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
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
                count(*) filter (where s.answer_status = 'completed' and o.status is null),
                count(*) filter (where o.status = 'excluded'), sum(s.cost_usd), count(s.cost_usd),
                percentile_disc(0.5) within group (order by s.latency_ms),
                percentile_disc(0.95) within group (order by s.latency_ms)
            from outcome_subjects s
                left join outcomes o on o.subject_id = s.id and o.horizon = ?12 and o.superseded_at is null
            where\s""" + ScorecardFilter.CONDITION;
    /** Nothing is sorted here, so that several processes can share the work. */
    private static final String OBSERVATIONS =
            """
            select %s
                string_agg(int4send(coalesce(r.number, 0)), ''),
                string_agg(int8send(cast(date_part('epoch', s.as_of) as bigint)), ''),
                string_agg(int8send(cast(date_part('epoch', s.entry_at) as bigint)), ''),
                string_agg(int8send(cast(date_part('epoch', o.exit_at) as bigint)), ''),
                string_agg(int2send(cast(s.direction + 1 + case when s.forward then 4 else 0 end
                    + case when k.over is null then 0 when s.entry_at < k.over then 8 else 16 end as smallint)), ''),
                string_agg(float8send(cast(o.forward_return as float8)), ''),
                string_agg(float8send(coalesce(cast(o.excess_return as float8), 'NaN')), ''),
                string_agg(float8send(case when s.horizon_bars = ?12 and not s.scored and s.confidence is not null
                    then cast(s.confidence as float8) else 'NaN' end), '')
            from outcome_subjects s
                join outcomes o on o.subject_id = s.id and o.horizon = ?12 and o.superseded_at is null
                left join\s""" + SeriesNumbers.RECORDS.formatted("?14") + """
                    on r.instrument_id = s.instrument_id and r.source = s.source and r.timeframe = s.timeframe
                left join jsonb_to_recordset(cast(cast(?15 as text) as jsonb)) as k(model text, over timestamptz)
                    on k.model = s.model_config
            where o.status = 'resolved' and\s""" + ScorecardFilter.CONDITION;

    private final Transactions transactions;

    PostgresScorecards(Transactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public Uni<List<Group>> groups(ScorecardQuery query, Map<String, LocalDate> cutoffs) {
        var filter = new ScorecardFilter(query);
        return Uni.combine()
                .all()
                .unis(
                        transactions.read(session -> answers(session, filter)),
                        transactions.read(session -> observations(session, filter, cutoffs)))
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

    private static Uni<Map<List<String>, Observations>> observations(
            Mutiny.Session session, ScorecardFilter filter, Map<String, LocalDate> cutoffs) {
        var horizon = filter.query().horizon();
        return SeriesNumbers.of(session, horizon)
                .chain(series -> rows(session, filter, series, cutoffs)
                        .chain(rows -> rates(session, horizon, series, rows.values())
                                .chain(rates -> Hop.blocking(() -> ordered(rows, rates)))));
    }

    private static Uni<Map<List<String>, ObservedRows>> rows(
            Mutiny.Session session, ScorecardFilter filter, SeriesNumbers series, Map<String, LocalDate> cutoffs) {
        var statement = OBSERVATIONS.formatted(filter.keys()) + filter.grouped();
        return filter.bind(session.createNativeQuery(statement, Object[].class))
                .setParameter(14, series.json())
                .setParameter(15, json(cutoffs))
                .getResultList()
                .map(rows -> rows.stream()
                        .filter(row -> filter.rest(row)[0] != null)
                        .collect(Collectors.toMap(filter::key, row -> ObservedRows.of(filter.rest(row)))));
    }

    /** Of the months that the observed ones lie in. */
    private static Uni<SeriesNumbers.Rates> rates(
            Mutiny.Session session, int horizon, SeriesNumbers series, Collection<ObservedRows> rows) {
        var first =
                rows.stream().map(ObservedRows::first).min(Instant::compareTo).orElse(Instant.EPOCH);
        var last = rows.stream().map(ObservedRows::last).max(Instant::compareTo).orElse(Instant.EPOCH);
        return series.rates(session, horizon, first, last);
    }

    private static Map<List<String>, Observations> ordered(
            Map<List<String>, ObservedRows> rows, SeriesNumbers.Rates rates) {
        return rows.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, group -> group.getValue().observations(rates)));
    }

    /** A model may have seen what happened on its cutoff's day. */
    private static String json(Map<String, LocalDate> cutoffs) {
        return CanonicalJson.write(cutoffs.entrySet().stream()
                .map(model -> Map.of(
                        "model",
                        model.getKey(),
                        "over",
                        model.getValue()
                                .plusDays(1)
                                .atStartOfDay(ZoneOffset.UTC)
                                .toInstant()
                                .toString()))
                .toList());
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
}
