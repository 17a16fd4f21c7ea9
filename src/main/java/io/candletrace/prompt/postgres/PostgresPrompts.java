package io.candletrace.prompt.postgres;

import io.candletrace.failure.FailureReason;
import io.candletrace.failure.ServiceException;
import io.candletrace.lineage.PromptTemplateId;
import io.candletrace.lineage.Recorded;
import io.candletrace.lineage.Window;
import io.candletrace.persistence.Listing;
import io.candletrace.persistence.Transactions;
import io.candletrace.persistence.UniqueViolation;
import io.candletrace.prompt.DefaultPrompts;
import io.candletrace.prompt.Prompt;
import io.candletrace.prompt.PromptRenderer;
import io.candletrace.prompt.PromptTemplate;
import io.candletrace.prompt.Prompts;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.hibernate.reactive.mutiny.Mutiny;

/** Prompts as rows: a prompt's row names the template that new strategies pin. */
@ApplicationScoped
class PostgresPrompts implements Prompts {

    private static final Origin SHIPPED = new Origin("candletrace", "comes with the service");
    private static final String ACTIVE =
            "select row, active from PromptEntity row join PromptTemplateEntity active on active.id = row.activeTemplateId";
    private static final String VERSION =
            "select row from PromptTemplateEntity row where row.name = :name and row.version = :version";

    private final Transactions transactions;
    private final PromptRenderer renderer;
    private final DefaultPrompts defaults;
    private final Clock clock;

    PostgresPrompts(Transactions transactions, PromptRenderer renderer, DefaultPrompts defaults, Clock clock) {
        this.transactions = transactions;
        this.renderer = renderer;
        this.defaults = defaults;
        this.clock = clock;
    }

    @Override
    public Uni<Prompt> create(PromptTemplate template, Origin origin) {
        return Uni.createFrom()
                .item(template)
                .invoke(renderer::validate)
                .chain(() -> named(template.name()))
                .invoke(found -> found.ifPresent(prompt -> {
                    throw taken(template);
                }))
                .chain(() -> transactions.write(session -> insert(session, template, origin)))
                .onFailure(UniqueViolation::caused)
                .transform(cause -> taken(template));
    }

    @Override
    public Uni<Void> ensureDefaults() {
        return Multi.createFrom()
                .iterable(defaults.all())
                .onItem()
                .transformToUniAndConcatenate(this::ensure)
                .collect()
                .last()
                .replaceWithVoid();
    }

    @Override
    public Uni<Optional<Recorded<PromptTemplateId, PromptTemplate>>> find(PromptTemplateId id) {
        return transactions
                .read(session -> session.find(PromptTemplateEntity.class, id.value()))
                .map(row -> Optional.ofNullable(row).map(PromptTemplateEntity::toDomain));
    }

    @Override
    public Uni<Optional<Recorded<PromptTemplateId, PromptTemplate>>> active(String name) {
        return named(name).map(prompt -> prompt.map(Prompt::active));
    }

    @Override
    public Uni<Optional<Recorded<PromptTemplateId, PromptTemplate>>> version(String name, int version) {
        return transactions
                .read(session -> session.createQuery(VERSION, PromptTemplateEntity.class)
                        .setParameter("name", name)
                        .setParameter("version", version)
                        .getResultList())
                .map(rows -> rows.stream().map(PromptTemplateEntity::toDomain).findFirst());
    }

    @Override
    public Uni<Optional<Prompt>> named(String name) {
        return page(Optional.of(name), Window.newest(1))
                .map(found -> found.stream().findFirst());
    }

    @Override
    public Uni<List<Prompt>> list(Window window) {
        return page(Optional.empty(), window);
    }

    private Uni<List<Prompt>> page(Optional<String> name, Window window) {
        return transactions
                .read(session ->
                        Listing.of(ACTIVE, Object[].class).equal("name", name).page(session, window, "createdAt"))
                .map(rows -> rows.stream().map(PostgresPrompts::prompt).toList());
    }

    private Uni<Void> ensure(PromptTemplate template) {
        return named(template.name())
                .chain(found -> found.isPresent() ? Uni.createFrom().voidItem() : add(template));
    }

    /** Replicas that start together race: the one that comes second finds it done. */
    private Uni<Void> add(PromptTemplate template) {
        return transactions
                .write(session -> insert(session, template, SHIPPED))
                .replaceWithVoid()
                .onFailure(UniqueViolation::caused)
                .recoverWithUni(() -> Uni.createFrom().voidItem());
    }

    private Uni<Prompt> insert(Mutiny.Session session, PromptTemplate template, Origin origin) {
        var version = PromptTemplateEntity.of(template, origin, clock.instant().truncatedTo(ChronoUnit.MICROS));
        return session.persist(version)
                .chain(() -> {
                    var prompt = PromptEntity.of(version);
                    return session.persist(prompt).replaceWith(prompt);
                })
                .call(session::flush)
                .map(prompt -> prompt.toDomain(version));
    }

    private static Prompt prompt(Object[] row) {
        return ((PromptEntity) row[0]).toDomain((PromptTemplateEntity) row[1]);
    }

    private static ServiceException taken(PromptTemplate template) {
        return new ServiceException(
                FailureReason.CONFLICT, "there is a prompt called '" + template.name() + "' already");
    }
}
