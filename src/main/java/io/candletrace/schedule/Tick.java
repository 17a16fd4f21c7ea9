package io.candletrace.schedule;

import io.candletrace.execution.AsOf;
import io.candletrace.execution.Executions;
import io.candletrace.execution.Trigger;
import io.candletrace.failure.FailureReason;
import io.candletrace.failure.ServiceException;
import io.candletrace.persistence.UniqueViolation;
import io.candletrace.queue.TaskQueue;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * Turns fires that are due into executions. Every replica ticks; what a fire needs is read before its strategy is locked, and
 * the strategy is claimed only if it is still as it was.
 */
@ApplicationScoped
class Tick {
    private static final Logger LOG = Logger.getLogger(Tick.class);
    private static final String SKIPPED = "candletrace.schedule.skipped";
    private static final String REQUESTED_BY = "schedule";
    private static final int MOST = 500;
    private static final int AT_ONCE = 4;

    private final FireClaims claims;
    private final Executions executions;
    private final Round round;
    private final ScheduleConfig config;
    private final MeterRegistry meters;

    Tick(FireClaims claims, Executions executions, TaskQueue queue, ScheduleConfig config, MeterRegistry meters) {
        this.claims = claims;
        this.executions = executions;
        this.round = new Round(queue, AT_ONCE);
        this.config = config;
        this.meters = meters;
    }

    /** Never fails: what could not be done now is still due at the next tick. */
    @Scheduled(every = "${candletrace.schedule.tick:1s}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> tick() {
        return Round.tolerant(claimDue(), "no fires were claimed");
    }

    /** Claims what is due, and answers how many executions came of it. */
    Uni<Integer> claimDue() {
        return round.over(claims.due(MOST), this::claim);
    }

    private Uni<Integer> claim(DueStrategy due) {
        return Uni.createFrom()
                .item(due)
                .map(this::plan)
                .map(Optional::of)
                .onFailure()
                .recoverWithUni(unreadable -> gaveUp(due, unreadable))
                .chain(plan -> plan.map(found -> claim(due, found))
                        .orElseGet(() -> Uni.createFrom().item(0)))
                .onFailure()
                .recoverWithUni(failure -> leftDue(due, failure));
    }

    private Uni<Integer> claim(DueStrategy due, CatchUpPlan plan) {
        return fires(due, plan)
                .chain(fires -> claims.claim(due, fires, plan.next()))
                .invoke(claimed -> claimed.ifPresent(count -> tell(due, plan)))
                .map(claimed -> claimed.orElse(0));
    }

    private CatchUpPlan plan(DueStrategy due) {
        var limits = new CatchUpPlan.Limits(config.grace(), config.catchUpLimit());
        return CatchUpPlan.of(due.fires(), due.wanted(), due.due(), due.now(), limits);
    }

    private Uni<List<Fire>> fires(DueStrategy due, CatchUpPlan plan) {
        return Multi.createFrom()
                .iterable(plan.run())
                .onItem()
                .transformToUniAndConcatenate(at -> fire(due, at))
                .collect()
                .asList();
    }

    private Uni<Fire> fire(DueStrategy due, Instant at) {
        return executions
                .check(due.version(), new AsOf(at, REQUESTED_BY), new Trigger.Scheduled(at), REQUESTED_BY)
                .map(acceptance -> (Fire) new Fire.Possible(at, acceptance))
                .onFailure(failure -> reason(failure) != FailureReason.DATABASE_UNAVAILABLE)
                .recoverWithItem(failure -> impossible(due, at, failure));
    }

    private static Fire impossible(DueStrategy due, Instant at, Throwable failure) {
        if (reason(failure) == FailureReason.INTERNAL) {
            LOG.errorf(failure, "a fire failed unexpectedly strategy=%s fire=%s", due.name(), at);
            return new Fire.Impossible(at, "INTERNAL: an unexpected failure; the service's log has the details");
        }
        LOG.warnf("a fire cannot run strategy=%s fire=%s: %s", due.name(), at, failure.getMessage());
        return new Fire.Impossible(at, detail(failure));
    }

    private void tell(DueStrategy due, CatchUpPlan plan) {
        if (plan.skipped() > 0) {
            var more = plan.skipped() >= CatchUpPlan.COUNTED - 1 ? " or more" : "";
            LOG.warnf(
                    "skipped %d%s missed fires strategy=%s since=%s catch_up=%s",
                    plan.skipped(), more, due.name(), due.due(), due.catchUp());
            meters.counter(SKIPPED, "strategy", due.name()).increment(plan.skipped());
        }
    }

    /** Its schedule cannot be read, so there is no telling what comes next. */
    private Uni<Optional<CatchUpPlan>> gaveUp(DueStrategy due, Throwable failure) {
        LOG.errorf(failure, "a schedule cannot be read, the strategy no longer fires strategy=%s", due.name());
        return claims.giveUp(due, detail(failure)).replaceWith(Optional.<CatchUpPlan>empty());
    }

    /** The next tick finds it again. That somebody else was faster is nothing to speak of. */
    private Uni<Integer> leftDue(DueStrategy due, Throwable failure) {
        if (UniqueViolation.caused(failure)) {
            return Uni.createFrom().item(0);
        }
        LOG.warnf("a fire was not claimed yet strategy=%s: %s", due.name(), failure.getMessage());
        return claims.complain(due, detail(failure)).replaceWith(0).onFailure().recoverWithItem(0);
    }

    private static FailureReason reason(Throwable failure) {
        return failure instanceof ServiceException known ? known.reason() : FailureReason.INTERNAL;
    }

    private static String detail(Throwable failure) {
        return reason(failure) + ": " + failure.getMessage();
    }
}
