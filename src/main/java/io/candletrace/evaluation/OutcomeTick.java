package io.candletrace.evaluation;

import io.candletrace.failure.FailureReason;
import io.candletrace.failure.ServiceException;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import org.jboss.logging.Logger;

/** Resolves what is due, batch by batch. Every replica does; which one a batch belongs to is in its rows alone. */
@ApplicationScoped
public class OutcomeTick {
    private static final Logger LOG = Logger.getLogger(OutcomeTick.class);
    /** Longer than any batch takes; after a crash the batch is due again then. */
    private static final Duration LEASE = Duration.ofMinutes(5);

    private final OutcomeStore store;
    private final BatchResolution resolution;
    private final EvaluationConfig config;
    private final MeterRegistry meters;

    OutcomeTick(OutcomeStore store, BatchResolution resolution, EvaluationConfig config, MeterRegistry meters) {
        this.store = store;
        this.resolution = resolution;
        this.config = config;
        this.meters = meters;
    }

    /** Never fails: what could not be done now is found again at the next tick. */
    @Scheduled(every = "${candletrace.evaluation.tick:10s}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> tick() {
        return resolveAll().replaceWithVoid().onFailure().recoverWithUni(failure -> {
            LOG.warnf("no outcome was resolved this time: %s", failure.getMessage());
            return Uni.createFrom().voidItem();
        });
    }

    /** Resolves until nothing is due, and answers how many predictions that were. Fails when the database does not answer. */
    public Uni<Integer> resolveAll() {
        return store.claim(config.batch(), config.latency(), LEASE)
                .chain(found -> found.map(batch -> resolve(batch)
                                .chain(() -> resolveAll()
                                        .map(more -> more + batch.subjects().size())))
                        .orElseGet(() -> Uni.createFrom().item(0)));
    }

    private Uni<Void> resolve(Batch batch) {
        return resolution
                .resolve(batch)
                .chain(findings -> store.record(batch, findings))
                .invoke(() -> told(batch))
                .onFailure(OutcomeTick::ofItsOwn)
                .recoverWithUni(failure -> later(batch, failure));
    }

    private void told(Batch batch) {
        meters.counter("candletrace.outcomes.looked.at")
                .increment(batch.subjects().size());
        LOG.debugf("looked for outcomes of %s", batch);
    }

    private Uni<Void> later(Batch batch, Throwable failure) {
        var line = failure instanceof ServiceException known
                ? known.reason() + ": " + known.detail()
                : "INTERNAL: " + failure.getClass().getSimpleName();
        LOG.warnf("no outcomes of %s: %s", batch, line);
        return store.postpone(batch, line, config.lookAgainAfter());
    }

    /** Without the database nothing can be postponed; the lease does that. */
    private static boolean ofItsOwn(Throwable failure) {
        return !(failure instanceof ServiceException known) || known.reason() != FailureReason.DATABASE_UNAVAILABLE;
    }
}
