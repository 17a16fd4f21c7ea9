package io.candletrace.reconciliation;

import io.candletrace.failure.FailureReason;
import io.candletrace.failure.ServiceException;
import io.candletrace.reconciliation.ReconciliationLog.Progress;
import io.candletrace.storage.ObjectStore;
import io.candletrace.storage.ObjectStore.Listed;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;

/** Holds rows against objects, page by page, while the service runs; one run at a time over all replicas. */
@ApplicationScoped
public class Reconciler {
    private static final Logger LOG = Logger.getLogger(Reconciler.class);
    private static final int PAGE = 500;
    private static final String START = "";

    private final ObjectStore store;
    private final ReconciliationLog log;
    private final Orphans orphans;
    private final Absences absences;
    private final ReconciliationConfig config;
    private final MeterRegistry meters;

    Reconciler(
            ObjectStore store,
            ReconciliationLog log,
            Orphans orphans,
            Absences absences,
            ReconciliationConfig config,
            MeterRegistry meters) {
        this.store = store;
        this.log = log;
        this.orphans = orphans;
        this.absences = absences;
        this.config = config;
        this.meters = meters;
    }

    /**
     * Begins a run that goes on by itself, and answers its id. Fails with {@code CONFLICT} while another runs.
     *
     * @param dryRun whether nothing is to be changed
     */
    public Uni<Long> start(boolean dryRun) {
        return begin("manual", dryRun)
                .invoke(run -> reconciled(run, dryRun).subscribe().with(done -> {}, failure -> {}));
    }

    /** Runs to the end, and answers the run's id. Fails with {@code CONFLICT} while another runs. */
    Uni<Long> run(String trigger, boolean dryRun) {
        return begin(trigger, dryRun).call(run -> reconciled(run, dryRun));
    }

    /** Whichever replica comes first when it is time. */
    @Scheduled(every = "1m", delayed = "1m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> tick() {
        return config.every()
                .interval()
                .map(interval -> log.due(interval)
                        .chain(due -> due ? run("scheduled", false).replaceWithVoid() : nothing())
                        .onFailure()
                        .recoverWithUni(failure -> {
                            LOG.debugf("no reconciliation: %s", failure.getMessage());
                            return nothing();
                        }))
                .orElseGet(Reconciler::nothing);
    }

    private Uni<Long> begin(String trigger, boolean dryRun) {
        return log.begin(trigger, dryRun)
                .map(run -> run.orElseThrow(() -> new ServiceException(
                        FailureReason.CONFLICT, "a reconciliation is running; see /api/reconciliations")));
    }

    private Uni<Void> reconciled(long run, boolean dryRun) {
        return listed(run, dryRun, START)
                .chain(() -> named(run, dryRun, START))
                .chain(log::rehashedTo)
                .chain(from -> rehashed(run, dryRun, from, config.rehashPerRun()))
                .onItemOrFailure()
                .call((done, failure) ->
                        log.end(run, Optional.ofNullable(failure).map(Reconciler::line)))
                .onFailure()
                .invoke(failure -> LOG.warnf("reconciliation %d failed: %s", run, line(failure)));
    }

    private Uni<Void> listed(long run, boolean dryRun, String after) {
        return store.list(after, PAGE)
                .chain(page -> orphans.of(page, dryRun)
                        .chain(found -> told(run, Progress.ofObjects(page.size()), found))
                        .chain(() -> page.size() < PAGE ? nothing() : listed(run, dryRun, last(page))));
    }

    private Uni<Void> named(long run, boolean dryRun, String after) {
        return log.named(store.bucket(), after, PAGE)
                .chain(page -> page.isEmpty()
                        ? nothing()
                        : absences.missing(after, page, dryRun)
                                .chain(found -> told(run, Progress.ofRows(page.size()), found))
                                .chain(() -> named(run, dryRun, lastKey(page))));
    }

    private Uni<Void> rehashed(long run, boolean dryRun, String after, int left) {
        if (left <= 0) {
            return nothing();
        }
        return log.named(store.bucket(), after, Math.min(PAGE, left)).chain(page -> {
            // At the end the next run begins anew.
            var last = Optional.of(page.isEmpty() ? START : lastKey(page));
            return absences.damaged(page, dryRun)
                    .chain(found -> told(run, Progress.ofHashes(page.size(), last), found))
                    .chain(() -> page.isEmpty() ? nothing() : rehashed(run, dryRun, last.get(), left - page.size()));
        });
    }

    private Uni<Void> told(long run, Progress progress, List<Finding> findings) {
        findings.forEach(finding -> meters.counter(
                        "candletrace.reconciliation.findings",
                        "kind",
                        finding.kind().code())
                .increment());
        return log.progress(run, progress, findings);
    }

    private static String last(List<Listed> page) {
        return page.getLast().key();
    }

    private static String lastKey(List<NamedObject> page) {
        return page.getLast().key().value();
    }

    private static String line(Throwable failure) {
        return failure instanceof ServiceException known
                ? known.reason() + ": " + known.detail()
                : "INTERNAL: " + failure.getClass().getSimpleName();
    }

    private static Uni<Void> nothing() {
        return Uni.createFrom().voidItem();
    }
}
