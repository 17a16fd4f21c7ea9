package io.candletrace.schedule;

import io.candletrace.execution.Acceptance;
import io.candletrace.execution.AsOf;
import io.candletrace.execution.Executions;
import io.candletrace.execution.Trigger;
import io.candletrace.failure.ServiceException;
import io.candletrace.queue.TaskQueue;
import io.candletrace.schedule.BackfillRecord.Watched;
import io.candletrace.strategy.Fires;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/**
 * Drives backfills: accepts their next executions where there is room. Every replica drives; where a backfill stands is in its row alone,
 * so that any of them goes on after any crash.
 */
@ApplicationScoped
class BackfillDriver {
    /** Where an {@code as_of} came from. */
    static final String SOURCE = "backfill";

    private static final Logger LOG = Logger.getLogger(BackfillDriver.class);
    private static final int AT_ONCE = 2;

    private final BackfillStore store;
    private final Executions executions;
    private final Round round;

    BackfillDriver(BackfillStore store, Executions executions, TaskQueue queue) {
        this.store = store;
        this.executions = executions;
        this.round = new Round(queue, AT_ONCE);
    }

    /** Never fails: what could not be done now is done at the next tick. */
    @Scheduled(every = "${candletrace.schedule.tick:1s}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> tick() {
        return Round.tolerant(drive(), "no backfill was driven");
    }

    /** Drives every backfill once, and answers how many executions came of it. */
    Uni<Integer> drive() {
        return round.over(store.running(), this::step);
    }

    private Uni<Integer> step(Watched found) {
        return Uni.createFrom()
                .item(found)
                .chain(this::next)
                .onFailure(BackfillDriver::forGood)
                .recoverWithUni(failure -> failed(found.backfill(), (ServiceException) failure))
                .onFailure()
                .recoverWithItem(failure -> notYet(found.backfill(), failure));
    }

    private Uni<Integer> next(Watched found) {
        var backfill = found.backfill();
        var progress = found.progress();
        var overspent = backfill.maxCost().filter(bound -> progress.spent().compareTo(bound) >= 0);
        if (backfill.nextAsOf().isEmpty()) {
            return progress.unfinished() == 0 ? ended(backfill, "completed", "") : nothing();
        }
        if (overspent.isPresent()) {
            var told = "max_cost: " + progress.spent().toPlainString() + " of "
                    + overspent.get().toPlainString() + " US dollars are spent";
            return ended(backfill, "stopped", told);
        }
        var room = backfill.concurrency() - progress.unfinished();
        return room > 0 ? accept(backfill, upcoming(backfill, room)) : nothing();
    }

    private Uni<Integer> accept(BackfillRecord backfill, List<Instant> upcoming) {
        var next = fires(backfill).after(upcoming.getLast()).filter(asOf -> asOf.isBefore(backfill.to()));
        return Multi.createFrom()
                .iterable(upcoming)
                .onItem()
                .transformToUniAndConcatenate(asOf -> check(backfill, asOf))
                .collect()
                .asList()
                .chain(acceptances -> store.accept(backfill, acceptances, next))
                .map(accepted -> accepted ? upcoming.size() : 0);
    }

    private Uni<Acceptance> check(BackfillRecord backfill, Instant asOf) {
        return executions.check(
                backfill.version(),
                new AsOf(asOf, SOURCE),
                new Trigger.Backfill(backfill.id()),
                backfill.requestedBy());
    }

    private static List<Instant> upcoming(BackfillRecord backfill, long room) {
        var fires = fires(backfill);
        return Stream.iterate(
                        backfill.nextAsOf(),
                        asOf -> asOf.isPresent() && asOf.get().isBefore(backfill.to()),
                        asOf -> asOf.flatMap(fires::after))
                .limit(room)
                .flatMap(Optional::stream)
                .toList();
    }

    private static Fires fires(BackfillRecord backfill) {
        return new Pace(backfill.pace(), ZoneId.of(backfill.timeZone())).fires(backfill.from());
    }

    private Uni<Integer> ended(BackfillRecord backfill, String status, String reason) {
        return store.end(backfill.id(), status, reason)
                .invoke(() -> LOG.infof(
                        "backfill %s backfillId=%d %s", status, backfill.id().value(), reason))
                .replaceWith(0);
    }

    /** What one step cannot run for, the next ones cannot either. */
    private Uni<Integer> failed(BackfillRecord backfill, ServiceException failure) {
        return ended(backfill, "failed", failure.reason() + ": " + failure.detail());
    }

    private static int notYet(BackfillRecord backfill, Throwable failure) {
        LOG.warnf(
                "a backfill was not driven this time backfillId=%d: %s",
                backfill.id().value(), failure.getMessage());
        return 0;
    }

    private static boolean forGood(Throwable failure) {
        return failure instanceof ServiceException known && !known.reason().retryHelps();
    }

    private static Uni<Integer> nothing() {
        return Uni.createFrom().item(0);
    }
}
