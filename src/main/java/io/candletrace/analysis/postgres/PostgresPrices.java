package io.candletrace.analysis.postgres;

import io.candletrace.analysis.ConfiguredPrice;
import io.candletrace.analysis.ModelPrice;
import io.candletrace.analysis.PriceList;
import io.candletrace.analysis.PriceRecord;
import io.candletrace.analysis.Prices;
import io.candletrace.lineage.ModelPriceId;
import io.candletrace.lineage.Recorded;
import io.candletrace.lineage.Window;
import io.candletrace.persistence.Listing;
import io.candletrace.persistence.Transactions;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.hibernate.reactive.mutiny.Mutiny;

/** Prices in {@code model_prices}, whose rows are only ever added. */
@ApplicationScoped
class PostgresPrices implements Prices, PriceList {
    private static final String AT = "from ModelPriceEntity row where row.modelConfig = :model"
            + " and row.serviceTier = :tier and row.effectiveFrom <= :at order by row.effectiveFrom desc, row.id desc";

    private static final String IN_EFFECT =
            "row.effectiveFrom <= : and not exists (select 1 from ModelPriceEntity later"
                    + " where later.modelConfig = row.modelConfig and later.serviceTier = row.serviceTier"
                    + " and later.effectiveFrom <= : and (later.effectiveFrom > row.effectiveFrom"
                    + " or later.effectiveFrom = row.effectiveFrom and later.id > row.id))";

    private static final Listing.Order LATEST_FIRST = new Listing.Order(
            "row.effectiveFrom desc, row.id desc",
            "exists (select 1 from ModelPriceEntity last where last.id = : and (row.effectiveFrom < last.effectiveFrom"
                    + " or row.effectiveFrom = last.effectiveFrom and row.id < last.id))");

    private final Transactions transactions;
    private final Clock clock;

    PostgresPrices(Transactions transactions, Clock clock) {
        this.transactions = transactions;
        this.clock = clock;
    }

    @Override
    public Uni<Optional<Recorded<ModelPriceId, ModelPrice>>> at(String model, String serviceTier, Instant at) {
        return transactions
                .read(session -> session.createQuery(AT, ModelPriceEntity.class)
                        .setParameter("model", model)
                        .setParameter("tier", serviceTier)
                        .setParameter("at", at)
                        .setMaxResults(1)
                        .getResultList())
                .map(rows -> rows.stream().map(ModelPriceEntity::recorded).findFirst());
    }

    @Override
    public Uni<PriceRecord> add(ModelPrice price, PriceRecord.Origin origin) {
        var row = ModelPriceEntity.of(price, origin, clock.instant());
        return transactions
                .write(session -> session.persist(row).chain(session::flush))
                .map(kept -> row.toDomain());
    }

    @Override
    public Uni<Optional<PriceRecord>> find(ModelPriceId id) {
        return transactions
                .read(session -> session.find(ModelPriceEntity.class, id.value()))
                .map(row -> Optional.ofNullable(row).map(ModelPriceEntity::toDomain));
    }

    @Override
    public Uni<List<PriceRecord>> list(Filter filter, Window window) {
        return transactions
                .read(session -> Listing.of(ModelPriceEntity.class)
                        .equal("modelConfig", filter.model())
                        .equal("serviceTier", filter.serviceTier())
                        .where(IN_EFFECT, filter.at())
                        .page(session, window, "createdAt", LATEST_FIRST))
                .map(rows -> rows.stream().map(ModelPriceEntity::toDomain).toList());
    }

    @Override
    public Uni<Void> configure(List<ConfiguredPrice> prices) {
        return transactions.write(session -> ConfiguredPriceRows.lock(session)
                .chain(() -> Multi.createFrom()
                        .iterable(prices)
                        .onItem()
                        .transformToUniAndConcatenate(price -> enter(session, price))
                        .collect()
                        .last())
                .replaceWithVoid());
    }

    private Uni<Integer> enter(Mutiny.Session session, ConfiguredPrice price) {
        return ConfiguredPriceRows.enter(session, price, clock.instant());
    }
}
