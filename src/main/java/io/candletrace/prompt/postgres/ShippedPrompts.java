package io.candletrace.prompt.postgres;

import io.candletrace.lineage.Origin;
import io.candletrace.persistence.Transactions;
import io.candletrace.persistence.UniqueViolation;
import io.candletrace.prompt.DefaultPrompts;
import io.candletrace.prompt.PromptTemplate;
import io.candletrace.prompt.Prompts;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.hibernate.reactive.mutiny.Mutiny;

/** The prompts that come with the service, in the database: what a release says anew becomes a version beside the earlier ones. */
@ApplicationScoped
class ShippedPrompts {
    private static final Origin FIRST = new Origin(Prompts.SERVICE, "comes with the service");
    private static final Origin NEXT = new Origin(Prompts.SERVICE, "the text that comes with the service has changed");

    private final Transactions transactions;
    private final PromptRows rows;
    private final DefaultPrompts defaults;

    ShippedPrompts(Transactions transactions, PromptRows rows, DefaultPrompts defaults) {
        this.transactions = transactions;
        this.rows = rows;
        this.defaults = defaults;
    }

    Uni<Void> ensure() {
        return Multi.createFrom()
                .iterable(defaults.all())
                .onItem()
                .transformToUniAndConcatenate(this::ensure)
                .collect()
                .last()
                .replaceWithVoid();
    }

    /** Replicas that start together race: the one that comes second finds it done. */
    Uni<Void> ensure(PromptTemplate template) {
        return transactions
                .write(session -> rows.lock(session, template.key())
                        .chain(found -> found.map(prompt -> update(session, prompt, template))
                                .orElseGet(() -> create(session, template))))
                .onFailure(UniqueViolation::caused)
                .recoverWithUni(() -> Uni.createFrom().voidItem());
    }

    private Uni<Void> create(Mutiny.Session session, PromptTemplate template) {
        return rows.create(session, template.key(), template.text(), FIRST).replaceWithVoid();
    }

    private Uni<Void> update(Mutiny.Session session, PromptEntity prompt, PromptTemplate template) {
        return rows.has(session, template.key(), template.text())
                .chain(there -> there ? Uni.createFrom().voidItem() : append(session, prompt, template));
    }

    private Uni<Void> append(Mutiny.Session session, PromptEntity prompt, PromptTemplate template) {
        return rows.newest(session, template.key())
                .chain(newest -> rows.append(session, newest, template.text(), NEXT))
                .chain(version -> rows.activatedBy(session, prompt)
                        .chain(by -> by.equals(Prompts.SERVICE)
                                ? rows.activate(session, prompt, version, Prompts.SERVICE)
                                : Uni.createFrom().voidItem()));
    }
}
