package io.candletrace.schedule;

import io.candletrace.execution.Acceptance;
import io.candletrace.execution.Answer;
import io.candletrace.execution.AsOf;
import io.candletrace.execution.Executions;
import io.candletrace.execution.Idempotency;
import io.candletrace.execution.IdempotencyKey;
import io.candletrace.execution.Trigger;
import io.candletrace.failure.FailureReason;
import io.candletrace.failure.ServiceException;
import io.candletrace.lineage.BackfillId;
import io.candletrace.lineage.Recorded;
import io.candletrace.schedule.BackfillRecord.Watched;
import io.candletrace.strategy.Strategies;
import io.candletrace.strategy.Strategy;
import io.candletrace.thread.Hop;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.Optional;
import java.util.function.BiFunction;
import org.hibernate.reactive.mutiny.Mutiny;

/** Starts backfills and lets them go on. */
@ApplicationScoped
public class Backfills {
    private static final int MOST_CONCURRENCY = 64;

    private final Strategies strategies;
    private final Executions executions;
    private final BackfillStore store;
    private final Idempotency idempotency;
    private final Clock clock;

    Backfills(Strategies strategies, Executions executions, BackfillStore store, Idempotency idempotency, Clock clock) {
        this.strategies = strategies;
        this.executions = executions;
        this.store = store;
        this.idempotency = idempotency;
        this.clock = clock;
    }

    /**
     * Starts a backfill, once, in one transaction with what is answered: its executions follow by themselves. Fails with {@code
     * IMPOSSIBLE_REQUEST} when there is no such strategy, the span is empty, not over or holds too many steps, or the step cannot
     * be read, and as {@link Idempotency} does.
     *
     * @param key what the client calls its request, when it has a name for it
     * @param answer what is answered about what was started, and written with it
     */
    public Uni<Answer> start(
            BackfillRequest request,
            Optional<IdempotencyKey> key,
            BiFunction<Mutiny.Session, Watched, Uni<Answer>> answer) {
        return idempotency.answer(
                key,
                () -> check(request),
                (session, plan) -> store.insert(session, plan).chain(started -> answer.apply(session, started)));
    }

    /**
     * Lets a backfill go on that was stopped or failed. Fails with {@code NOT_FOUND}, with {@code CONFLICT} when it is in another state, and
     * with {@code IMPOSSIBLE_REQUEST} when its cost is reached already.
     *
     * @param maxCost US dollars; the one it had when absent
     */
    public Uni<Void> resume(BackfillId id, Optional<BigDecimal> maxCost) {
        return store.find(id)
                .map(found -> found.orElseThrow(
                        () -> new ServiceException(FailureReason.NOT_FOUND, "there is no backfill " + id.value())))
                .invoke(found -> requireRoom(found, maxCost))
                .chain(found -> store.resume(id, maxCost));
    }

    private Uni<BackfillPlan> check(BackfillRequest request) {
        return Uni.createFrom()
                .item(request)
                .invoke(this::require)
                .chain(this::strategy)
                .chain(strategy ->
                        probe(request, strategy).chain(probe -> Hop.blocking(() -> plan(request, strategy, probe))));
    }

    private void require(BackfillRequest request) {
        var now = clock.instant();
        if (!request.from().isBefore(request.to())) {
            throw impossible("to: expected a time after from, " + request.from() + ", found " + request.to());
        }
        if (request.to().isAfter(now)) {
            throw impossible("to: expected a time that has passed, found " + request.to() + " at " + now);
        }
        if (request.concurrency() < 1 || request.concurrency() > MOST_CONCURRENCY) {
            throw impossible("concurrency: expected 1 to " + MOST_CONCURRENCY + ", found " + request.concurrency());
        }
        request.maxCost().ifPresent(Backfills::requirePositive);
    }

    private Uni<Strategy> strategy(BackfillRequest request) {
        return strategies
                .find(request.strategy())
                .map(found -> found.orElseThrow(
                        () -> impossible("strategy: there is none called '" + request.strategy() + "'")));
    }

    /** What its first execution would be about. */
    private Uni<Acceptance> probe(BackfillRequest request, Strategy strategy) {
        var asOf = new AsOf(request.from(), BackfillDriver.SOURCE);
        return executions.check(strategy.current().id(), asOf, new Trigger.Manual(), request.requestedBy());
    }

    private static BackfillPlan plan(BackfillRequest request, Strategy strategy, Acceptance probe) {
        return BackfillPlan.of(
                request,
                strategy,
                probe.instruments().stream().map(Recorded::value).toList());
    }

    private static void requireRoom(Watched found, Optional<BigDecimal> maxCost) {
        maxCost.ifPresent(Backfills::requirePositive);
        maxCost.or(found.backfill()::maxCost)
                .filter(bound -> bound.compareTo(found.progress().spent()) <= 0)
                .ifPresent(bound -> {
                    throw impossible("max_cost: expected more than the "
                            + found.progress().spent().toPlainString() + " US dollars that are spent, found "
                            + bound.toPlainString());
                });
    }

    private static void requirePositive(BigDecimal maxCost) {
        if (maxCost.signum() <= 0) {
            throw impossible("max_cost: expected more than 0 US dollars, found " + maxCost.toPlainString());
        }
    }

    private static ServiceException impossible(String detail) {
        return new ServiceException(FailureReason.IMPOSSIBLE_REQUEST, detail);
    }
}
