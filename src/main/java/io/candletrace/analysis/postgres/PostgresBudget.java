package io.candletrace.analysis.postgres;

import io.candletrace.analysis.Budget;
import io.candletrace.analysis.ModelConfig;
import io.candletrace.failure.FailureReason;
import io.candletrace.failure.ServiceException;
import io.candletrace.persistence.Transactions;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** Tokens by model and day in {@code token_counts}. */
@ApplicationScoped
class PostgresBudget implements Budget {
    private static final String SPENT =
            "select cast(coalesce(sum(tokens), 0) as bigint) from token_counts where model_config = ?1 and day = ?2";
    private static final String SPEND = """
            insert into token_counts (model_config, day, tokens) values (?1, ?2, ?3)
            on conflict (model_config, day) do update set tokens = token_counts.tokens + excluded.tokens
            """;

    private final Transactions transactions;
    private final Clock clock;

    PostgresBudget(Transactions transactions, Clock clock) {
        this.transactions = transactions;
        this.clock = clock;
    }

    @Override
    public Uni<Void> require(ModelConfig model, long dailyTokens) {
        return transactions
                .read(session -> session.createNativeQuery(SPENT, Long.class)
                        .setParameter(1, model.name())
                        .setParameter(2, today())
                        .getSingleResult())
                .invoke(spent -> requireLess(model, spent, dailyTokens))
                .replaceWithVoid();
    }

    @Override
    public Uni<Void> spend(ModelConfig model, long tokens) {
        return transactions.write(session -> session.createNativeQuery(SPEND)
                .setParameter(1, model.name())
                .setParameter(2, today())
                .setParameter(3, tokens)
                .executeUpdate()
                .replaceWithVoid());
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    private static void requireLess(ModelConfig model, long spent, long dailyTokens) {
        if (spent >= dailyTokens) {
            throw new ServiceException(
                    FailureReason.BUDGET_EXCEEDED,
                    "the model '" + model.name() + "' may use " + dailyTokens + " tokens a day (UTC), " + spent
                            + " are used");
        }
    }
}
