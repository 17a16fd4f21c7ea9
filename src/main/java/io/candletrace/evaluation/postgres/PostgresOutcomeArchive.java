package io.candletrace.evaluation.postgres;

import io.candletrace.evaluation.OutcomeArchive;
import io.candletrace.evaluation.OutcomeRecord;
import io.candletrace.evaluation.OutcomeRecord.Return;
import io.candletrace.evaluation.OutcomeRecord.SimulatedTrade;
import io.candletrace.lineage.AnalysisId;
import io.candletrace.lineage.SignalId;
import io.candletrace.persistence.Fields;
import io.candletrace.persistence.Transactions;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.hibernate.reactive.mutiny.Mutiny;

/** Outcomes as the tables have them now. */
@ApplicationScoped
class PostgresOutcomeArchive implements OutcomeArchive {
    private static final String SUBJECT = """
            select id, state, counted, forward, market_regime, entry_at, case when state = 'pending' then due_at end, last_error
            from outcome_subjects where\s""";
    private static final String RETURNS = """
            select horizon, version, status, excluded_for, entry_price, exit_at, exit_price, forward_return, excess_return,
                direction_hit, bar_snapshot_id, resolved_at
            from outcomes where subject_id = ?1 and superseded_at is null order by horizon
            """;
    private static final String TRADE = """
            select version, status, excluded_for, entry_rule, target_rule, cost_rate, entry_at, entry_price, exit_at, exit_price,
                exit_reason, gross_return, net_return, realised_r, favourable, adverse, bars_held, bar_snapshot_id, resolved_at
            from simulated_trades where subject_id = ?1 and superseded_at is null
            """;

    private final Transactions transactions;

    PostgresOutcomeArchive(Transactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public Uni<Optional<OutcomeRecord>> find(AnalysisId analysis) {
        return find("kind = 'analysis' and llm_analysis_id = ?1", analysis.value());
    }

    @Override
    public Uni<Optional<OutcomeRecord>> find(SignalId signal) {
        return find("kind = 'signal' and signal_id = ?1", signal.value());
    }

    private Uni<Optional<OutcomeRecord>> find(String condition, long id) {
        return transactions.read(session -> rows(session, SUBJECT + condition, id)
                .chain(found -> found.stream()
                        .findFirst()
                        .map(row -> complete(session, new Fields(row)).map(Optional::of))
                        .orElseGet(() -> Uni.createFrom().item(Optional.empty()))));
    }

    private static Uni<OutcomeRecord> complete(Mutiny.Session session, Fields subject) {
        var id = subject.number();
        var outcome = subject(subject);
        return rows(session, RETURNS, id)
                .chain(returns -> rows(session, TRADE, id)
                        .map(trade -> outcome.with(
                                returns.stream()
                                        .map(row -> forward(new Fields(row)))
                                        .toList(),
                                trade.stream().findFirst().map(row -> trade(new Fields(row))))));
    }

    private static Uni<List<Object[]>> rows(Mutiny.Session session, String query, long id) {
        return session.createNativeQuery(query, Object[].class)
                .setParameter(1, id)
                .getResultList();
    }

    private static OutcomeRecord subject(Fields row) {
        return new OutcomeRecord(
                row.text(),
                row.flag(),
                row.optionalFlag(),
                row.optionalText(),
                row.optionalInstant(),
                row.optionalInstant(),
                row.optionalText(),
                List.of(),
                Optional.empty());
    }

    private static Return forward(Fields row) {
        return new Return(
                row.integer(),
                row.integer(),
                row.text(),
                row.optionalText(),
                row.optionalDecimal(),
                row.optionalInstant(),
                row.optionalDecimal(),
                row.optionalDecimal(),
                row.optionalDecimal(),
                row.optionalFlag(),
                row.number(),
                row.instant());
    }

    private static SimulatedTrade trade(Fields row) {
        return new SimulatedTrade(
                row.integer(),
                row.text(),
                row.optionalText(),
                row.text(),
                row.text(),
                row.decimal(),
                row.optionalInstant(),
                row.optionalDecimal(),
                row.optionalInstant(),
                row.optionalDecimal(),
                row.optionalText(),
                row.optionalDecimal(),
                row.optionalDecimal(),
                row.optionalDecimal(),
                row.optionalDecimal(),
                row.optionalDecimal(),
                row.optionalInteger(),
                row.number(),
                row.instant());
    }
}
