package io.candletrace.evaluation.postgres;

import io.smallrye.mutiny.Uni;
import java.util.Locale;
import org.hibernate.reactive.mutiny.Mutiny;

/** The rows of {@code simulated_trades}, in the caller's transaction, whose subjects are locked. */
final class TradeRows {
    private static final String FOUND = """
            jsonb_to_recordset(cast(cast(?1 as text) as jsonb)) as f(subject_id bigint, status text, excluded_for text,
                entry_at timestamptz, entry_price numeric(18, 8), exit_at timestamptz, exit_price numeric(18, 8),
                exit_reason text, gross_return numeric(20, 12), net_return numeric(20, 12), realised_r numeric(20, 12),
                favourable numeric(20, 12), adverse numeric(20, 12), bars_held integer)
            """;
    private static final String SUPERSEDE = "update simulated_trades t set superseded_at = now() from " + FOUND + """
            where t.subject_id = f.subject_id and t.superseded_at is null
              and (t.status, t.excluded_for, t.entry_at, t.entry_price, t.exit_at, t.exit_price, t.exit_reason,
                      t.gross_return, t.net_return, t.realised_r, t.favourable, t.adverse, t.bars_held)
                  is distinct from (f.status, f.excluded_for, f.entry_at, f.entry_price, f.exit_at, f.exit_price, f.exit_reason,
                      f.gross_return, f.net_return, f.realised_r, f.favourable, f.adverse, f.bars_held)
            """;

    private static final String INSERT = """
            insert into simulated_trades (subject_id, version, status, excluded_for, entry_rule, target_rule, cost_rate, entry_at,
                entry_price, exit_at, exit_price, exit_reason, gross_return, net_return, realised_r, favourable, adverse,
                bars_held, bar_snapshot_id)
            select f.subject_id,
                1 + coalesce((select max(version) from simulated_trades where subject_id = f.subject_id), 0),
                f.status, f.excluded_for, cast(?2 as text), cast(?3 as text), cast(?4 as numeric), f.entry_at, f.entry_price,
                f.exit_at, f.exit_price, f.exit_reason, f.gross_return, f.net_return, f.realised_r, f.favourable, f.adverse,
                f.bars_held, cast(?5 as bigint)
            from\s""" + FOUND + """
            where not exists (select from simulated_trades where subject_id = f.subject_id and superseded_at is null)
            """;

    private TradeRows() {}

    /** Ends the current versions that are not what was found now. */
    static Uni<Integer> supersede(Mutiny.Session session, String found) {
        return session.createNativeQuery(SUPERSEDE).setParameter(1, found).executeUpdate();
    }

    /** Inserts what has no current version. */
    static Uni<Integer> insert(Mutiny.Session session, FindingRows rows) {
        var terms = rows.findings().terms();
        return session.createNativeQuery(INSERT)
                .setParameter(1, rows.trades())
                .setParameter(2, terms.entry().name().toLowerCase(Locale.ROOT))
                .setParameter(3, terms.target().name().toLowerCase(Locale.ROOT))
                .setParameter(4, terms.costRate())
                .setParameter(5, rows.findings().bars().value())
                .executeUpdate();
    }
}
