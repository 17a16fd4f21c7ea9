package io.candletrace.strategy.postgres;

import io.candletrace.failure.FailureReason;
import io.candletrace.failure.ServiceException;
import io.candletrace.lineage.PromptTemplateId;
import io.candletrace.lineage.StrategyVersionId;
import io.candletrace.lineage.Window;
import io.candletrace.market.Timeframe;
import io.candletrace.persistence.Listing;
import io.candletrace.persistence.Transactions;
import io.candletrace.persistence.UniqueViolation;
import io.candletrace.strategy.PromptPins;
import io.candletrace.strategy.Strategies;
import io.candletrace.strategy.Strategy;
import io.candletrace.strategy.StrategyDraft;
import io.candletrace.strategy.StrategyRules;
import io.candletrace.strategy.StrategyVersion;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hibernate.reactive.mutiny.Mutiny;

/** Strategies as rows: one for the strategy, one for each of its versions. */
@ApplicationScoped
class PostgresStrategies implements Strategies {

    private static final String CURRENT =
            "select row, current from StrategyEntity row join StrategyVersionEntity current on current.id = row.currentVersionId";
    private static final String VERSION =
            "select row, version from StrategyEntity row join StrategyVersionEntity version on version.strategyId = row.id"
                    + " where version.id = :id";

    private final Transactions transactions;
    private final StrategyRules rules;
    private final PromptPins pins;
    private final Clock clock;

    PostgresStrategies(Transactions transactions, StrategyRules rules, PromptPins pins, Clock clock) {
        this.transactions = transactions;
        this.rules = rules;
        this.pins = pins;
        this.clock = clock;
    }

    @Override
    public Uni<Strategy> create(StrategyDraft draft, String createdBy) {
        return Uni.createFrom()
                .item(draft)
                .invoke(rules::require)
                .chain(pins::pin)
                .chain(prompts -> transactions.write(session -> insert(session, draft, prompts, createdBy)))
                .onFailure(UniqueViolation::caused)
                .transform(cause -> new ServiceException(
                        FailureReason.CONFLICT, "there is a strategy called '" + draft.name() + "' already", cause));
    }

    @Override
    public Uni<Optional<Strategy>> find(String name) {
        return page(Optional.of(name), Window.newest(1))
                .map(found -> found.stream().findFirst());
    }

    @Override
    public Uni<Optional<StrategyVersion>> version(StrategyVersionId id) {
        return transactions
                .read(session -> session.createQuery(VERSION, Object[].class)
                        .setParameter("id", id.value())
                        .getResultList())
                .map(rows -> rows.stream().map(PostgresStrategies::version).findFirst());
    }

    @Override
    public Uni<List<Strategy>> list(Window window) {
        return page(Optional.empty(), window);
    }

    private Uni<List<Strategy>> page(Optional<String> name, Window window) {
        return transactions
                .read(session ->
                        Listing.of(CURRENT, Object[].class).equal("name", name).page(session, window, "createdAt"))
                .map(rows -> rows.stream().map(PostgresStrategies::strategy).toList());
    }

    private Uni<Strategy> insert(
            Mutiny.Session session, StrategyDraft draft, Map<Timeframe, PromptTemplateId> prompts, String createdBy) {
        var strategy = StrategyEntity.of(draft, clock.instant().truncatedTo(ChronoUnit.MICROS));
        return session.persist(strategy)
                .map(done -> StrategyVersionEntity.first(strategy, draft, prompts, createdBy))
                .call(session::persist)
                .invoke(version -> strategy.currentVersionId = version.id)
                .call(session::flush)
                .map(strategy::toDomain);
    }

    private static Strategy strategy(Object[] row) {
        return ((StrategyEntity) row[0]).toDomain((StrategyVersionEntity) row[1]);
    }

    private static StrategyVersion version(Object[] row) {
        return ((StrategyVersionEntity) row[1]).toDomain((StrategyEntity) row[0]);
    }
}
