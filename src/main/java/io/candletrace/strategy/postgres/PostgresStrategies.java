package io.candletrace.strategy.postgres;

import io.candletrace.failure.FailureReason;
import io.candletrace.failure.ServiceException;
import io.candletrace.lineage.Origin;
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
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** Strategies as rows: one for the strategy, one for each of its versions. */
@ApplicationScoped
class PostgresStrategies implements Strategies {

    private static final int FIRST = 1;
    private static final String CURRENT =
            "select row, current from StrategyEntity row join StrategyVersionEntity current on current.id = row.currentVersionId";
    private static final String VERSIONS =
            "select row, strategy from StrategyVersionEntity row join StrategyEntity strategy on strategy.id = row.strategyId";
    private static final String NEWEST =
            "select version from StrategyVersionEntity where strategyId = :strategy order by version desc";

    /** JSON is compared as PostgreSQL reads it: by value, whatever the order of keys and the spelling of numbers. */
    private static final String SAME = "select old.version from strategy_versions old, strategy_versions new"
            + " where old.id = ?1 and new.id = ?2"
            + " and to_jsonb(old) - cast('{id,version,created_by,change_note,created_at}' as text[])"
            + " = to_jsonb(new) - cast('{id,version,created_by,change_note,created_at}' as text[])";

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
    public Uni<Strategy> create(StrategyDraft draft, Origin origin) {
        return pinned(draft)
                .chain(prompts -> transactions.write(session -> insert(session, draft, prompts, origin)))
                .onFailure(UniqueViolation::caused)
                .transform(cause -> new ServiceException(
                        FailureReason.CONFLICT, "there is a strategy called '" + draft.name() + "' already", cause));
    }

    @Override
    public Uni<StrategyVersion> addVersion(StrategyDraft draft, Origin origin) {
        return pinned(draft)
                .chain(prompts -> transactions.write(session -> StrategyRows.lock(session, draft.name())
                        .chain(strategy -> append(session, strategy, draft, prompts)
                                .map(version -> version.madeBy(origin, now()))
                                .call(version -> makeCurrent(session, strategy, version))
                                .map(version -> version.toDomain(strategy)))));
    }

    @Override
    public Uni<Optional<Strategy>> find(String name) {
        return page(Optional.of(name), Window.newest(1))
                .map(found -> found.stream().findFirst());
    }

    @Override
    public Uni<Optional<StrategyVersion>> version(StrategyVersionId id) {
        return versions(versions().equal("id", Optional.of(id.value())), Window.newest(1))
                .map(found -> found.stream().findFirst());
    }

    @Override
    public Uni<Optional<StrategyVersion>> version(String name, int version) {
        return versions(of(name).equal("version", Optional.of(version)), Window.newest(1))
                .map(found -> found.stream().findFirst());
    }

    @Override
    public Uni<List<StrategyVersion>> versions(String name, Window window) {
        return find(name)
                .map(found -> found.orElseThrow(() -> StrategyRows.unknown(name)))
                .chain(strategy -> versions(of(strategy.name()), window));
    }

    @Override
    public Uni<List<Strategy>> list(Window window) {
        return page(Optional.empty(), window);
    }

    private Uni<Map<Timeframe, PromptTemplateId>> pinned(StrategyDraft draft) {
        return Uni.createFrom().item(draft).invoke(rules::require).chain(pins::pin);
    }

    private Uni<List<Strategy>> page(Optional<String> name, Window window) {
        return transactions
                .read(session ->
                        Listing.of(CURRENT, Object[].class).equal("name", name).page(session, window, "createdAt"))
                .map(rows -> rows.stream().map(PostgresStrategies::strategy).toList());
    }

    private Uni<List<StrategyVersion>> versions(Listing<Object[]> listing, Window window) {
        return transactions
                .read(session -> listing.page(session, window, "createdAt"))
                .map(rows -> rows.stream().map(PostgresStrategies::version).toList());
    }

    private static Listing<Object[]> versions() {
        return Listing.of(VERSIONS, Object[].class);
    }

    private static Listing<Object[]> of(String name) {
        return versions().where("strategy.name = :", Optional.of(name));
    }

    private Uni<Strategy> insert(
            Mutiny.Session session, StrategyDraft draft, Map<Timeframe, PromptTemplateId> prompts, Origin origin) {
        var strategy = StrategyEntity.of(draft, now());
        return session.persist(strategy)
                .map(done -> StrategyVersionEntity.of(id(strategy.id), FIRST, draft, prompts)
                        .madeBy(origin, strategy.createdAt))
                .call(session::persist)
                .invoke(version -> strategy.currentVersionId = version.id)
                .call(session::flush)
                .map(strategy::toDomain);
    }

    private static Uni<StrategyVersionEntity> append(
            Mutiny.Session session,
            StrategyEntity strategy,
            StrategyDraft draft,
            Map<Timeframe, PromptTemplateId> prompts) {
        return session.createQuery(NEWEST, Integer.class)
                .setParameter("strategy", strategy.id)
                .setMaxResults(1)
                .getSingleResult()
                .map(newest -> StrategyVersionEntity.of(id(strategy.id), newest + 1, draft, prompts));
    }

    private static Uni<Void> makeCurrent(
            Mutiny.Session session, StrategyEntity strategy, StrategyVersionEntity version) {
        return session.persist(version)
                .call(session::flush)
                .chain(() -> requireNew(session, strategy, version))
                .invoke(() -> strategy.currentVersionId = version.id);
    }

    private static Uni<Void> requireNew(
            Mutiny.Session session, StrategyEntity strategy, StrategyVersionEntity version) {
        return session.createNativeQuery(SAME, Integer.class)
                .setParameter(1, strategy.currentVersionId)
                .setParameter(2, version.id)
                .getResultList()
                .invoke(same -> same.stream().findFirst().ifPresent(number -> {
                    throw new ServiceException(
                            FailureReason.CONFLICT,
                            "version " + number + ", the current one of '" + strategy.name + "', is the same already");
                }))
                .replaceWithVoid();
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private static long id(@Nullable Long given) {
        if (given == null) {
            throw new IllegalStateException("a row that was written has an id");
        }
        return given;
    }

    private static Strategy strategy(Object[] row) {
        return ((StrategyEntity) row[0]).toDomain((StrategyVersionEntity) row[1]);
    }

    private static StrategyVersion version(Object[] row) {
        return ((StrategyVersionEntity) row[0]).toDomain((StrategyEntity) row[1]);
    }
}
