package io.candletrace.execution;

import io.smallrye.mutiny.Uni;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Does what a client asks for once, however often it asks under the same key within 24 hours. Fails with {@code
 * IMPOSSIBLE_REQUEST} when the key was used for something else, and with {@code DATABASE_UNAVAILABLE}, after which the client
 * finds out what happened by asking again.
 */
public interface Idempotency {
    /** What the request was answered before; empty when it was not. */
    Uni<Optional<Answer>> find(IdempotencyKey key);

    /**
     * Does the work and keeps its answer, in one transaction; or gives the answer that is kept. Fails with {@code CONFLICT}
     * while the same request is being worked on.
     */
    Uni<Answer> once(IdempotencyKey key, Function<Mutiny.Session, Uni<Answer>> work);

    /** Does the work in a transaction, once when there is a key and each time when there is none. */
    Uni<Answer> once(Optional<IdempotencyKey> key, Function<Mutiny.Session, Uni<Answer>> work);

    /**
     * Gives the answer that is kept; or finds out whether the request is possible, and then does it in a transaction.
     *
     * @param check what the work needs to know; not asked when an answer is kept
     * @param work writes what was found possible
     */
    default <T> Uni<Answer> answer(
            Optional<IdempotencyKey> key, Supplier<Uni<T>> check, BiFunction<Mutiny.Session, T, Uni<Answer>> work) {
        return key.map(this::find)
                .orElseGet(() -> Uni.createFrom().item(Optional.empty()))
                .chain(kept -> kept.map(Uni.createFrom()::item)
                        .orElseGet(() ->
                                check.get().chain(possible -> once(key, session -> work.apply(session, possible)))));
    }
}
