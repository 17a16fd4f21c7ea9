package io.candletrace.prompt.postgres;

import io.candletrace.failure.FailureReason;
import io.candletrace.failure.ServiceException;
import io.candletrace.lineage.Origin;
import io.candletrace.prompt.Prompt;
import io.candletrace.prompt.PromptKey;
import io.candletrace.prompt.PromptTemplate;
import io.candletrace.prompt.PromptText;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * What is done to prompts within a transaction. Whoever adds a version or activates one holds the prompt's row, so that numbers
 * follow one another and what is active is what was activated last.
 */
@ApplicationScoped
class PromptRows {
    private static final int FIRST = 1;
    private static final String PROMPT = "from PromptEntity where name = :name and language = :language";
    private static final String TEMPLATES = "from PromptTemplateEntity where name = :name and language = :language";
    private static final String LAST_ACTIVATION =
            "from PromptActivationEntity where promptId = :prompt order by id desc";

    private final Clock clock;

    PromptRows(Clock clock) {
        this.clock = clock;
    }

    /** The prompt's row, held until the transaction ends; empty when there is none. */
    Uni<Optional<PromptEntity>> lock(Mutiny.Session session, PromptKey key) {
        return session.createQuery(PROMPT, PromptEntity.class)
                .setParameter("name", key.name())
                .setParameter("language", key.language())
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultList()
                .map(PromptRows::first);
    }

    /** As {@link #lock}; fails with {@code NOT_FOUND} when there is none. */
    Uni<PromptEntity> require(Mutiny.Session session, PromptKey key) {
        return lock(session, key).map(found -> found.orElseThrow(() -> unknown(key)));
    }

    /** The newest version of a prompt. */
    Uni<PromptTemplateEntity> newest(Mutiny.Session session, PromptKey key) {
        return templates(session, key, " order by version desc")
                .setMaxResults(1)
                .getSingleResult();
    }

    /** A version of a prompt. Fails with {@code NOT_FOUND} when there is none. */
    Uni<PromptTemplateEntity> version(Mutiny.Session session, PromptKey key, int number) {
        return templates(session, key, " and version = :version")
                .setParameter("version", number)
                .getResultList()
                .map(rows -> first(rows).orElseThrow(() -> unknown(key, number)));
    }

    /** Whether a version of the prompt says this. */
    Uni<Boolean> has(Mutiny.Session session, PromptKey key, PromptText text) {
        return templates(session, key, " and sha256 = :sha256")
                .setParameter("sha256", text.sha256().hex())
                .getResultList()
                .map(rows -> !rows.isEmpty());
    }

    /** Who activated what is active. */
    Uni<String> activatedBy(Mutiny.Session session, PromptEntity prompt) {
        return session.createQuery(LAST_ACTIVATION, PromptActivationEntity.class)
                .setParameter("prompt", prompt.id)
                .setMaxResults(1)
                .getSingleResult()
                .map(row -> row.activatedBy);
    }

    /** A new prompt, whose first version is active. */
    Uni<Prompt> create(Mutiny.Session session, PromptKey key, PromptText text, Origin origin) {
        return persist(session, PromptTemplate.of(key, FIRST, text), origin).chain(version -> {
            var prompt = PromptEntity.of(version);
            return session.persist(prompt)
                    .chain(() -> note(session, prompt, origin.createdBy()))
                    .map(done -> prompt.toDomain(version));
        });
    }

    /** The next version of a prompt that is held. */
    Uni<PromptTemplateEntity> append(
            Mutiny.Session session, PromptTemplateEntity newest, PromptText text, Origin origin) {
        var key = new PromptKey(newest.name, newest.language);
        return persist(session, PromptTemplate.of(key, newest.version + 1, text), origin);
    }

    /** Makes a version the active one of its prompt, which is held. */
    Uni<Void> activate(Mutiny.Session session, PromptEntity prompt, PromptTemplateEntity version, String by) {
        prompt.activeTemplateId = version.toDomain().id().value();
        return note(session, prompt, by);
    }

    static ServiceException unknown(PromptKey key) {
        return new ServiceException(FailureReason.NOT_FOUND, "there is no prompt " + key);
    }

    private static ServiceException unknown(PromptKey key, int number) {
        return new ServiceException(FailureReason.NOT_FOUND, "there is no version " + number + " of prompt " + key);
    }

    private Uni<PromptTemplateEntity> persist(Mutiny.Session session, PromptTemplate template, Origin origin) {
        var row = PromptTemplateEntity.of(template, origin, now());
        return session.persist(row).call(session::flush).replaceWith(row);
    }

    private Uni<Void> note(Mutiny.Session session, PromptEntity prompt, String by) {
        return session.persist(PromptActivationEntity.of(prompt, by, now())).call(session::flush);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private static Mutiny.SelectionQuery<PromptTemplateEntity> templates(
            Mutiny.Session session, PromptKey key, String rest) {
        return session.createQuery(TEMPLATES + rest, PromptTemplateEntity.class)
                .setParameter("name", key.name())
                .setParameter("language", key.language());
    }

    private static <T> Optional<T> first(List<T> rows) {
        return rows.stream().findFirst();
    }
}
