package io.candletrace.prompt.postgres;

import io.candletrace.failure.FailureReason;
import io.candletrace.failure.ServiceException;
import io.candletrace.lineage.Origin;
import io.candletrace.lineage.PromptTemplateId;
import io.candletrace.lineage.Recorded;
import io.candletrace.lineage.Window;
import io.candletrace.persistence.Listing;
import io.candletrace.persistence.Transactions;
import io.candletrace.persistence.UniqueViolation;
import io.candletrace.prompt.Prompt;
import io.candletrace.prompt.PromptActivation;
import io.candletrace.prompt.PromptKey;
import io.candletrace.prompt.PromptRenderer;
import io.candletrace.prompt.PromptTemplate;
import io.candletrace.prompt.PromptText;
import io.candletrace.prompt.PromptVersion;
import io.candletrace.prompt.Prompts;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.hibernate.reactive.mutiny.Mutiny;

/** Prompts as rows: a prompt's row names the template that new strategies pin. */
@ApplicationScoped
class PostgresPrompts implements Prompts {

    private static final String ACTIVE =
            "select row, active from PromptEntity row join PromptTemplateEntity active on active.id = row.activeTemplateId";
    private static final String VERSIONS = "select row, prompt.activeTemplateId from PromptTemplateEntity row"
            + " join PromptEntity prompt on prompt.name = row.name and prompt.language = row.language";
    private static final String ACTIVATIONS = "select row, template.version from PromptActivationEntity row"
            + " join PromptTemplateEntity template on template.id = row.templateId";

    private final Transactions transactions;
    private final PromptRenderer renderer;
    private final PromptRows rows;
    private final ShippedPrompts shipped;

    PostgresPrompts(Transactions transactions, PromptRenderer renderer, PromptRows rows, ShippedPrompts shipped) {
        this.transactions = transactions;
        this.renderer = renderer;
        this.rows = rows;
        this.shipped = shipped;
    }

    @Override
    public Uni<Prompt> create(PromptKey key, PromptText text, Origin origin) {
        return Uni.createFrom()
                .item(text)
                .invoke(renderer::validate)
                .chain(() -> named(key))
                .invoke(found -> found.ifPresent(prompt -> {
                    throw taken(key);
                }))
                .chain(() -> transactions.write(session -> rows.create(session, key, text, origin)))
                .onFailure(UniqueViolation::caused)
                .transform(cause -> taken(key));
    }

    @Override
    public Uni<PromptVersion> addVersion(PromptKey key, PromptText text, Origin origin, boolean activate) {
        return Uni.createFrom()
                .item(text)
                .invoke(renderer::validate)
                .chain(() -> transactions.write(session -> rows.require(session, key)
                        .chain(prompt -> append(session, prompt, text, origin)
                                .call(version -> activate
                                        ? rows.activate(session, prompt, version, origin.createdBy())
                                        : Uni.createFrom().voidItem())
                                .map(version -> version.toVersion(prompt.activeTemplateId)))));
    }

    @Override
    public Uni<Prompt> activate(PromptKey key, int number, String activatedBy) {
        return transactions.write(session -> rows.require(session, key)
                .chain(prompt -> rows.version(session, key, number)
                        .call(version -> rows.activate(session, prompt, version, activatedBy))
                        .map(prompt::toDomain)));
    }

    @Override
    public Uni<Void> ensureDefaults() {
        return shipped.ensure();
    }

    @Override
    public Uni<Optional<Recorded<PromptTemplateId, PromptTemplate>>> find(PromptTemplateId id) {
        return transactions
                .read(session -> session.find(PromptTemplateEntity.class, id.value()))
                .map(row -> Optional.ofNullable(row).map(PromptTemplateEntity::toDomain));
    }

    @Override
    public Uni<Optional<PromptVersion>> version(PromptTemplateId id) {
        return first(Listing.of(VERSIONS, Object[].class).equal("id", Optional.of(id.value())));
    }

    @Override
    public Uni<Optional<PromptVersion>> version(PromptKey key, int version) {
        return first(versions(key).equal("version", Optional.of(version)));
    }

    @Override
    public Uni<Optional<Prompt>> named(PromptKey key) {
        return page(Optional.of(key.name()), Optional.of(key.language()), Window.newest(1))
                .map(found -> found.stream().findFirst());
    }

    @Override
    public Uni<List<Prompt>> list(Optional<String> language, Window window) {
        return page(Optional.empty(), language, window);
    }

    @Override
    public Uni<List<PromptVersion>> versions(PromptKey key, Window window) {
        return required(key)
                .chain(() -> transactions.read(session -> versions(key).page(session, window, "createdAt")))
                .map(found -> found.stream().map(PostgresPrompts::version).toList());
    }

    @Override
    public Uni<List<PromptActivation>> activations(PromptKey key, Window window) {
        return required(key)
                .chain(prompt -> transactions.read(session -> Listing.of(ACTIVATIONS, Object[].class)
                        .equal("promptId", Optional.of(prompt.id()))
                        .page(session, window, "activatedAt")))
                .map(found -> found.stream().map(PostgresPrompts::activation).toList());
    }

    private Uni<PromptTemplateEntity> append(
            Mutiny.Session session, PromptEntity prompt, PromptText text, Origin origin) {
        return rows.newest(session, new PromptKey(prompt.name, prompt.language))
                .invoke(newest -> requireNew(newest, text))
                .chain(newest -> rows.append(session, newest, text, origin));
    }

    private static void requireNew(PromptTemplateEntity newest, PromptText text) {
        if (newest.sha256.equals(text.sha256().hex())) {
            throw new ServiceException(
                    FailureReason.CONFLICT,
                    "version " + newest.version + ", the newest of prompt " + newest.name + "/" + newest.language
                            + ", says the same already");
        }
    }

    private Uni<Prompt> required(PromptKey key) {
        return named(key).map(found -> found.orElseThrow(() -> PromptRows.unknown(key)));
    }

    private Uni<List<Prompt>> page(Optional<String> name, Optional<String> language, Window window) {
        return transactions
                .read(session -> Listing.of(ACTIVE, Object[].class)
                        .equal("name", name)
                        .equal("language", language)
                        .page(session, window, "createdAt"))
                .map(found -> found.stream().map(PostgresPrompts::prompt).toList());
    }

    private Uni<Optional<PromptVersion>> first(Listing<Object[]> listing) {
        return transactions
                .read(session -> listing.page(session, Window.newest(1), "createdAt"))
                .map(found -> found.stream().map(PostgresPrompts::version).findFirst());
    }

    private static Listing<Object[]> versions(PromptKey key) {
        return Listing.of(VERSIONS, Object[].class)
                .equal("name", Optional.of(key.name()))
                .equal("language", Optional.of(key.language()));
    }

    private static Prompt prompt(Object[] row) {
        return ((PromptEntity) row[0]).toDomain((PromptTemplateEntity) row[1]);
    }

    private static PromptVersion version(Object[] row) {
        return ((PromptTemplateEntity) row[0]).toVersion((Long) row[1]);
    }

    private static PromptActivation activation(Object[] row) {
        return ((PromptActivationEntity) row[0]).toDomain((Integer) row[1]);
    }

    private static ServiceException taken(PromptKey key) {
        return new ServiceException(FailureReason.CONFLICT, "there is a prompt " + key + " already");
    }
}
