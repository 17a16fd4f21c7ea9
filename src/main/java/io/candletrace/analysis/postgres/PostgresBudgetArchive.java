package io.candletrace.analysis.postgres;

import io.candletrace.analysis.BudgetArchive;
import io.candletrace.analysis.BudgetRecord;
import io.candletrace.lineage.ExecutionId;
import io.candletrace.persistence.Transactions;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Reads rows of {@code budgets}. */
@ApplicationScoped
class PostgresBudgetArchive implements BudgetArchive {
    private static final String SELECT = """
            select scope, subject, day, limit_tokens, limit_usd, spent_tokens, reserved_tokens, spent_usd, reserved_usd
            from budgets
            """;
    private static final String OF_DAY =
            SELECT + " where day = ?1 order by array_position(array['service', 'model', 'strategy'], scope), subject";
    private static final String OF_EXECUTION = SELECT + " where scope = 'execution' and subject = ?1";

    private final Transactions transactions;

    PostgresBudgetArchive(Transactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public Uni<List<BudgetRecord>> of(LocalDate day) {
        return read(OF_DAY, day);
    }

    @Override
    public Uni<Optional<BudgetRecord>> of(ExecutionId execution) {
        return read(OF_EXECUTION, Long.toString(execution.value()))
                .map(found -> found.stream().findFirst());
    }

    private Uni<List<BudgetRecord>> read(String sql, Object subject) {
        return transactions
                .read(session -> session.createNativeQuery(sql, Object[].class)
                        .setParameter(1, subject)
                        .getResultList())
                .map(rows -> rows.stream().map(PostgresBudgetArchive::budget).toList());
    }

    private static BudgetRecord budget(Object[] row) {
        return new BudgetRecord(
                (String) row[0],
                (String) row[1],
                Optional.ofNullable((LocalDate) row[2]),
                Optional.ofNullable((Long) row[3]),
                Optional.ofNullable((BigDecimal) row[4]),
                (Long) row[5],
                (Long) row[6],
                (BigDecimal) row[7],
                (BigDecimal) row[8]);
    }
}
