package io.candletrace.evaluation.postgres;

import io.candletrace.evaluation.Batch;
import io.candletrace.evaluation.Subject;
import io.candletrace.evaluation.outcome.Direction;
import io.candletrace.evaluation.outcome.Idea;
import io.candletrace.evaluation.outcome.Prediction;
import io.candletrace.lineage.InstrumentId;
import io.candletrace.market.Symbol;
import io.candletrace.market.Timeframe;
import io.candletrace.persistence.Fields;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.hibernate.reactive.mutiny.Mutiny;

/** The rows of {@code outcome_subjects} as a queue, in the caller's transaction. */
final class Claims {
    /** Levels are the signal's own; of an analysis they are in its verdict, its first target the nearer one. */
    private static final String CLAIM = """
            with series as (
                select instrument_id, source, timeframe, benchmark from outcome_subjects
                where state = 'pending' and due_at <= now() order by due_at limit 1 for update skip locked),
            due as (
                select s.id from outcome_subjects s join series r
                    on s.instrument_id = r.instrument_id and s.source = r.source and s.timeframe = r.timeframe
                    and s.benchmark is not distinct from r.benchmark
                where s.state = 'pending' and s.due_at <= now()
                order by s.last_bar_closed_at, s.id limit ?1 for update of s skip locked),
            claimed as (
                update outcome_subjects s set due_at = now() + make_interval(secs => ?2), attempts = s.attempts + 1
                from due where s.id = due.id returning s.*)
            select c.id, c.direction,
                case when c.as_of_given then c.as_of + make_interval(secs => ?3) else c.decided_at end,
                c.last_bar_closed_at, c.decided_at, c.market_regime is not null, c.horizon_bars,
                coalesce(t.entry_price_low, cast(a.levels ->> 'entry_low' as numeric)),
                coalesce(t.entry_price_high, cast(a.levels ->> 'entry_high' as numeric)),
                coalesce(t.stop_loss, cast(a.levels ->> 'stop_loss' as numeric)),
                coalesce(t.target_conservative, cast(a.levels -> 'targets' ->> 0 as numeric)),
                coalesce(t.target_aggressive, cast(a.levels -> 'targets' ->> -1 as numeric)),
                t.expires_at, c.instrument_id, c.source, c.timeframe, c.benchmark
            from claimed c join llm_analyses a on a.id = c.llm_analysis_id left join trading_signals t on t.id = c.signal_id
            order by c.last_bar_closed_at, c.id
            """;

    private static final String MOVE_ON = """
            update outcome_subjects s set state = case when m.due_at is null then 'resolved' else 'pending' end,
                due_at = m.due_at, looked_at = now(), last_error = null, entry_at = m.entry_at, watched_to = m.watched_to,
                forward = s.decided_at <= m.entry_at, market_regime = coalesce(s.market_regime, m.market_regime)
            from jsonb_to_recordset(cast(cast(?1 as text) as jsonb)) as m(subject_id bigint, due_at timestamptz,
                entry_at timestamptz, watched_to timestamptz, market_regime text)
            where s.id = m.subject_id
            """;

    /** Both edges of the entry, the stop, both targets. */
    private static final int LEVELS = 5;

    private Claims() {}

    static Uni<Optional<Batch>> claim(Mutiny.Session session, int most, Duration latency, Duration lease) {
        return session.createNativeQuery(CLAIM, Object[].class)
                .setParameter(1, most)
                .setParameter(2, (double) lease.toSeconds())
                .setParameter(3, (double) latency.toSeconds())
                .getResultList()
                .map(Claims::batch);
    }

    /** Those of which nothing is left to find are done; the others are due later. */
    static Uni<Void> moveOn(Mutiny.Session session, String subjects) {
        return session.createNativeQuery(MOVE_ON)
                .setParameter(1, subjects)
                .executeUpdate()
                .replaceWithVoid();
    }

    private static Optional<Batch> batch(List<Object[]> rows) {
        return rows.stream().findFirst().map(Fields::new).map(first -> {
            // The series stands behind the subject.
            subject(first);
            return new Batch(
                    new InstrumentId(first.number()),
                    first.text(),
                    Timeframe.ofCode(first.text()).orElseThrow(),
                    first.optionalText().map(Symbol::new),
                    rows.stream().map(Fields::new).map(Claims::subject).toList());
        });
    }

    private static Subject subject(Fields row) {
        var id = row.number();
        var direction = direction(row.integer());
        var eligibleFrom = row.instant();
        var lastBarClosedAt = row.instant();
        var decidedAt = row.instant();
        var regimeKnown = row.flag();
        var idea = idea(row, eligibleFrom);
        return new Subject(new Prediction(id, direction, eligibleFrom, lastBarClosedAt, idea), decidedAt, regimeKnown);
    }

    private static Direction direction(int sign) {
        return switch (sign) {
            case 1 -> Direction.LONG;
            case -1 -> Direction.SHORT;
            default -> Direction.FLAT;
        };
    }

    /**
     * Absent without levels, and with an entry that is no range of prices, as a model may answer. An analysis does not say when it
     * expires: it is entered at once or not at all.
     */
    private static Optional<Idea> idea(Fields row, Instant eligibleFrom) {
        var horizonBars = row.integer();
        var levels = Stream.generate(row::optionalDecimal).limit(LEVELS).toList();
        var expiresAt = row.optionalInstant().orElse(eligibleFrom);
        if (levels.stream().anyMatch(Optional::isEmpty)) {
            return Optional.empty();
        }
        var prices = levels.stream().map(Optional::orElseThrow).toList();
        return prices.get(0).signum() > 0 && prices.get(1).compareTo(prices.get(0)) >= 0
                ? Optional.of(new Idea(
                        prices.get(0),
                        prices.get(1),
                        prices.get(2),
                        prices.get(3),
                        prices.get(4),
                        expiresAt,
                        horizonBars))
                : Optional.empty();
    }
}
