package io.candletrace.evaluation.postgres;

import io.smallrye.mutiny.Uni;
import org.hibernate.reactive.mutiny.Mutiny;

/** The rows of {@code outcomes}, in the caller's transaction, whose subjects are locked. */
final class OutcomeRows {
    private static final String FOUND = """
            jsonb_to_recordset(cast(cast(?1 as text) as jsonb)) as f(subject_id bigint, horizon integer, status text,
                excluded_for text, entry_at timestamptz, entry_price numeric(18, 8), exit_at timestamptz,
                exit_price numeric(18, 8), forward_return numeric(20, 12), excess_return numeric(20, 12), direction_hit boolean)
            """;
    private static final String SUPERSEDE = "update outcomes o set superseded_at = now() from " + FOUND + """
            where o.subject_id = f.subject_id and o.horizon = f.horizon and o.superseded_at is null
              and (o.status, o.excluded_for, o.entry_at, o.entry_price, o.exit_at, o.exit_price, o.forward_return,
                      o.excess_return, o.direction_hit)
                  is distinct from (f.status, f.excluded_for, f.entry_at, f.entry_price, f.exit_at, f.exit_price,
                      f.forward_return, f.excess_return, f.direction_hit)
            """;

    private static final String INSERT = """
            insert into outcomes (subject_id, horizon, version, status, excluded_for, entry_at, entry_price, exit_at, exit_price,
                forward_return, excess_return, direction_hit, bar_snapshot_id, benchmark_snapshot_id)
            select f.subject_id, f.horizon,
                1 + coalesce((select max(version) from outcomes where subject_id = f.subject_id and horizon = f.horizon), 0),
                f.status, f.excluded_for, f.entry_at, f.entry_price, f.exit_at, f.exit_price, f.forward_return, f.excess_return,
                f.direction_hit, cast(?2 as bigint), cast(?3 as bigint)
            from\s""" + FOUND + """
            where not exists (select from outcomes
                where subject_id = f.subject_id and horizon = f.horizon and superseded_at is null)
            """;

    private OutcomeRows() {}

    /** Ends the current versions that are not what was found now. */
    static Uni<Integer> supersede(Mutiny.Session session, String found) {
        return session.createNativeQuery(SUPERSEDE).setParameter(1, found).executeUpdate();
    }

    /** Inserts what has no current version. */
    static Uni<Integer> insert(Mutiny.Session session, FindingRows rows) {
        return session.createNativeQuery(INSERT)
                .setParameter(1, rows.returns())
                .setParameter(2, rows.findings().bars().value())
                .setParameter(3, rows.benchmark().orElse(null))
                .executeUpdate();
    }
}
