package io.candletrace.execution.postgres;

import io.candletrace.execution.Answer;
import io.candletrace.execution.Idempotency;
import io.candletrace.execution.IdempotencyKey;
import io.candletrace.failure.FailureReason;
import io.candletrace.failure.ServiceException;
import io.candletrace.lineage.CanonicalJson;
import io.candletrace.persistence.Transactions;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jboss.logging.Logger;

/** Kept answers in PostgreSQL. An advisory lock, which ends with the transaction, tells that a request is being worked on. */
@ApplicationScoped
class PostgresIdempotency implements Idempotency {
    private static final Logger LOG = Logger.getLogger(PostgresIdempotency.class);
    private static final Duration KEPT = Duration.ofHours(24);
    private static final String LOCK = "select pg_try_advisory_xact_lock(hashtextextended(?1 || ' ' || ?2, 0))";
    private static final String FIND = """
            select request_sha256, status, cast(headers as text), body from idempotency_keys
            where scope = ?1 and key = ?2 and created_at > now() - make_interval(secs => ?3)
            """;
    private static final String INSERT = """
            insert into idempotency_keys (scope, key, request_sha256, status, headers, body)
            values (?1, ?2, ?3, ?4, cast(cast(?5 as text) as jsonb), ?6)
            on conflict (scope, key) do update set request_sha256 = excluded.request_sha256, status = excluded.status,
                headers = excluded.headers, body = excluded.body, created_at = excluded.created_at
            """;
    private static final String SWEEP =
            "delete from idempotency_keys where created_at < now() - make_interval(secs => ?1)";

    private final Transactions transactions;

    PostgresIdempotency(Transactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public Uni<Optional<Answer>> find(IdempotencyKey key) {
        return transactions.read(session -> find(session, key));
    }

    @Override
    public Uni<Answer> once(Optional<IdempotencyKey> key, Function<Mutiny.Session, Uni<Answer>> work) {
        return key.map(present -> once(present, work)).orElseGet(() -> transactions.write(work));
    }

    @Override
    public Uni<Answer> once(IdempotencyKey key, Function<Mutiny.Session, Uni<Answer>> work) {
        return transactions.write(session -> lock(session, key)
                .chain(() -> find(session, key))
                .chain(found -> found.map(Uni.createFrom()::item)
                        .orElseGet(() -> work.apply(session).call(answer -> insert(session, key, answer)))));
    }

    /** Forgets what nobody asks for any more. */
    @Scheduled(every = "10m", delayed = "1m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> sweep() {
        return transactions
                .write(session -> session.createNativeQuery(SWEEP)
                        .setParameter(1, (double) KEPT.toSeconds())
                        .executeUpdate())
                .invoke(swept -> LOG.debugf("%d kept answers were forgotten", swept))
                .replaceWithVoid()
                .onFailure(ServiceException.class)
                .recoverWithUni(() -> Uni.createFrom().voidItem());
    }

    private static Uni<Void> lock(Mutiny.Session session, IdempotencyKey key) {
        return session.createNativeQuery(LOCK, Boolean.class)
                .setParameter(1, key.scope())
                .setParameter(2, key.key())
                .getSingleResult()
                .invoke(alone -> {
                    if (!alone) {
                        throw new ServiceException(
                                FailureReason.CONFLICT,
                                "Idempotency-Key: the request '" + key.key() + "' is being worked on; ask again");
                    }
                })
                .replaceWithVoid();
    }

    private static Uni<Optional<Answer>> find(Mutiny.Session session, IdempotencyKey key) {
        return session.createNativeQuery(FIND, Object[].class)
                .setParameter(1, key.scope())
                .setParameter(2, key.key())
                .setParameter(3, (double) KEPT.toSeconds())
                .getResultList()
                .map(rows -> rows.stream().findFirst().map(row -> kept(key, row)));
    }

    private static Answer kept(IdempotencyKey key, Object[] row) {
        if (!key.request().hex().equals(row[0])) {
            throw new ServiceException(
                    FailureReason.IMPOSSIBLE_REQUEST,
                    "Idempotency-Key: '" + key.key() + "' was used for another request; a new one needs a new key");
        }
        return new Answer((Integer) row[1], headers((String) row[2]), (String) row[3], true);
    }

    private static Map<String, String> headers(String json) {
        return new JsonObject(json)
                .stream().collect(Collectors.toMap(Map.Entry::getKey, header -> String.valueOf(header.getValue())));
    }

    private static Uni<Void> insert(Mutiny.Session session, IdempotencyKey key, Answer answer) {
        return session.createNativeQuery(INSERT)
                .setParameter(1, key.scope())
                .setParameter(2, key.key())
                .setParameter(3, key.request().hex())
                .setParameter(4, answer.status())
                .setParameter(5, CanonicalJson.write(answer.headers()))
                .setParameter(6, answer.body())
                .executeUpdate()
                .replaceWithVoid();
    }
}
