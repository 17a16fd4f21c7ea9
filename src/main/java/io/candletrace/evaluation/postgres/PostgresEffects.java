package io.candletrace.evaluation.postgres;

import io.candletrace.evaluation.EffectSource;
import io.candletrace.evaluation.effect.IndicatorState;
import io.candletrace.evaluation.effect.Occurrences;
import io.candletrace.evaluation.effect.Situations;
import io.candletrace.evaluation.outcome.Regime;
import io.candletrace.evaluation.scorecard.ScorecardQuery;
import io.candletrace.persistence.Fields;
import io.candletrace.persistence.Transactions;
import io.candletrace.thread.Hop;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.hibernate.reactive.mutiny.Mutiny;

/** What was observed and in which states, from PostgreSQL: one row, its columns packed, so that hundreds of thousands travel at once. */
@ApplicationScoped
class PostgresEffects implements EffectSource {
    private static final List<Regime> REGIMES = List.of(Regime.values());

    /** Base rates are of the months that the observed subjects lie in; the order is of what they are about: as for scorecards. */
    private static final String SITUATIONS = """
            with observed as materialized (
                select s.id, s.symbol, s.instrument_id, s.source, s.timeframe, s.as_of, s.direction, o.exit_at, o.forward_return, a.states,
                    coalesce(array_position(array[%s], s.market_regime), 0) as regime
                from outcome_subjects s
                    join outcomes o on o.subject_id = s.id and o.horizon = ?12 and o.superseded_at is null
                    left join analysis_states a on a.llm_analysis_id = s.llm_analysis_id
                where o.status = 'resolved' and\s""" + ScorecardFilter.CONDITION + """
                ),
            span as (select date_trunc('month', min(as_of)) as first, max(as_of) as last from observed),
            series as (
                select b.instrument_id, b.source, b.timeframe,
                    cast(sum(b.up) as float8) / sum(b.bars) as up, cast(sum(b.down) as float8) / sum(b.bars) as down
                from base_rates b, span where b.horizon = ?12 and b.month >= span.first and b.month <= span.last
                group by b.instrument_id, b.source, b.timeframe)
            select count(*) - count(s.states),
                coalesce(max(cast(floor(date_part('epoch', s.exit_at) / 86400) - floor(date_part('epoch', s.as_of) / 86400) as integer)), 1),
                string_agg(int4send(cast(floor(date_part('epoch', s.as_of) / 86400) as integer)), '' order by s.as_of, s.symbol, s.id),
                string_agg(int2send(s.direction), '' order by s.as_of, s.symbol, s.id),
                string_agg(float8send(cast(s.forward_return as float8)), '' order by s.as_of, s.symbol, s.id),
                string_agg(float8send(coalesce(r.up, 'NaN')), '' order by s.as_of, s.symbol, s.id),
                string_agg(float8send(coalesce(r.down, 'NaN')), '' order by s.as_of, s.symbol, s.id),
                string_agg(int2send(cast(s.regime as smallint)), '' order by s.as_of, s.symbol, s.id),
                string_agg(array_send(coalesce(s.states, '{}')), '' order by s.as_of, s.symbol, s.id)
            from observed s left join series r
                on r.instrument_id = s.instrument_id and r.source = s.source and r.timeframe = s.timeframe
            """;

    private static final String NAMES = "select id, indicator, state from indicator_states";

    private final Transactions transactions;

    PostgresEffects(Transactions transactions) {
        this.transactions = transactions;
    }

    /** The names are read after what refers to them, so that none is missing. */
    @Override
    public Uni<Situations> situations(ScorecardQuery query) {
        return transactions
                .read(session ->
                        observed(session, query).chain(row -> names(session).map(names -> new Observed(row, names))))
                .chain(observed -> Hop.blocking(observed::situations));
    }

    private static Uni<Object[]> observed(Mutiny.Session session, ScorecardQuery query) {
        var known = REGIMES.stream().map(regime -> "'" + regime.code() + "'").collect(Collectors.joining(", "));
        return new ScorecardFilter(query)
                .bind(session.createNativeQuery(SITUATIONS.formatted(known), Object[].class))
                .getSingleResult();
    }

    private static Uni<Map<Integer, IndicatorState>> names(Mutiny.Session session) {
        return session.createNativeQuery(NAMES, Object[].class)
                .getResultList()
                .map(rows -> rows.stream()
                        .map(Fields::new)
                        .collect(Collectors.toMap(Fields::integer, row -> new IndicatorState(row.text(), row.text()))));
    }

    /** What was read. */
    private record Observed(Object[] row, Map<Integer, IndicatorState> names) {
        Situations situations() {
            var regimes = Packed.shorts(row[7]);
            return new Situations(
                    Packed.integers(row[2]),
                    Packed.shorts(row[3]),
                    Packed.doubles(row[4]),
                    Packed.doubles(row[5]),
                    Packed.doubles(row[6]),
                    Math.max(1, ((Number) row[1]).intValue()),
                    Occurrences.of(
                            Packed.arrays(row[8], regimes.length),
                            names,
                            IntStream.range(0, regimes.length)
                                    .mapToObj(i -> regime(regimes[i]))
                                    .toList()),
                    ((Number) row[0]).longValue());
        }

        private static Regime regime(int position) {
            return position == 0 ? Regime.UNKNOWN : REGIMES.get(position - 1);
        }
    }
}
