package io.candletrace.evaluation;

import io.candletrace.testing.Database;
import java.sql.Connection;
import java.sql.SQLException;

/**
 * Copies of an analysis as if a model had answered every six hours, about bars that nobody made up, and all of it were resolved: half
 * say 0.62, of which 2 of 5 come true, half 0.9, of which 3 of 5 do.
 */
record ResolvedCopies(Database database, long analysis) {
    private static final String COLUMNS = """
            select string_agg(column_name, ', ') from information_schema.columns
            where table_name = 'llm_analyses' and column_name not in ('id', 'as_of', 'decided_at', 'last_bar_closed_at', 'sample_no',
                'confidence_score', 'source')
            """;
    private static final String COPY = """
            insert into llm_analyses (as_of, decided_at, last_bar_closed_at, sample_no, confidence_score, source, %1$s)
            select t.at, t.at, t.at, 1000 + n, case n %% 2 when 0 then 0.62 else 0.9 end, 'csv', %1$s
            from (select * from llm_analyses where id = ?) a, generate_series(cast(? as integer), cast(? as integer)) n,
                lateral (select cast('2025-04-01T21:00:00Z' as timestamptz) + n * interval '6 hours' as at) t
            """;
    private static final String RESOLVE = """
            insert into outcomes (subject_id, horizon, version, status, entry_at, entry_price, exit_at, exit_price, forward_return,
                direction_hit, bar_snapshot_id)
            select s.id, s.horizon_bars, 1, 'resolved', s.as_of, 100, s.as_of + interval '5 days', 100 * (1 + r.change), r.change,
                r.change > 0, c.bar_snapshot_id
            from outcome_subjects s join llm_analyses a on a.id = s.llm_analysis_id join charts c on c.id = a.chart_id,
                lateral (select case when a.sample_no / 2 % 5 < 2 + a.sample_no % 2 then 0.01 else -0.01 end as change) r
            where s.kind = 'analysis' and a.execution_id = (select execution_id from llm_analyses where id = ?)
                and a.source = 'csv' and s.state = 'pending'
            """;
    private static final String MOVE_ON = """
            update outcome_subjects set state = 'resolved', due_at = null where state = 'pending' and source = 'csv'
                and llm_analysis_id in (select id from llm_analyses
                    where execution_id = (select execution_id from llm_analyses where id = ?))
            """;

    /** In one transaction, so that nobody else resolves them. */
    void add(int first, int last) throws SQLException {
        var copy = COPY.formatted(database.value(COLUMNS));
        try (var connection = database.connection()) {
            connection.setAutoCommit(false);
            change(connection, copy, analysis, first, last);
            change(connection, RESOLVE, analysis);
            change(connection, MOVE_ON, analysis);
            connection.commit();
        }
    }

    private static void change(Connection connection, String sql, Object... parameters) throws SQLException {
        try (var statement = connection.prepareStatement(sql)) {
            for (var i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            statement.executeUpdate();
        }
    }
}
