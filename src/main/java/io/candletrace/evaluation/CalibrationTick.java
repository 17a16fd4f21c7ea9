package io.candletrace.evaluation;

import io.candletrace.evaluation.calibration.CalibrationFit;
import io.candletrace.thread.Hop;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.jboss.logging.Logger;

/** Fits the maps that are due. Every replica does; of two that fit the same version one keeps it. */
@ApplicationScoped
class CalibrationTick {
    private static final Logger LOG = Logger.getLogger(CalibrationTick.class);

    private final CalibrationStore store;
    private final CalibrationConfig config;

    CalibrationTick(CalibrationStore store, CalibrationConfig config) {
        this.store = store;
        this.config = config;
    }

    /** Never fails: what could not be fitted now is due again at the next tick. */
    @Scheduled(
            every = "${candletrace.evaluation.calibration.tick:10m}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> tick() {
        return fitAll().replaceWithVoid().onFailure().recoverWithUni(failure -> {
            LOG.warnf("no confidences were calibrated this time: %s", failure.getMessage());
            return Uni.createFrom().voidItem();
        });
    }

    /** Fits what is due, one after the other, and answers how many maps were kept. */
    Uni<Integer> fitAll() {
        return store.due(config)
                .chain(due -> Multi.createFrom()
                        .iterable(due)
                        .onItem()
                        .transformToUniAndConcatenate(this::fit)
                        .filter(kept -> kept)
                        .collect()
                        .asList())
                .map(kept -> kept.size());
    }

    private Uni<Boolean> fit(DueCalibration due) {
        return store.outcomes(due)
                .chain(found -> found.map(known -> fit(due, known))
                        .orElseGet(() -> Uni.createFrom().item(false)));
    }

    private Uni<Boolean> fit(DueCalibration due, KnownOutcomes known) {
        return Hop.blocking(() -> CalibrationFit.of(
                        known.outcomes(), due.before().map(DueCalibration.Before::map), config.least()))
                .chain(fitted -> record(due, known, fitted))
                .invoke(kept -> {
                    if (kept) {
                        LOG.infof(
                                "calibrated the confidences of %s by %d outcomes",
                                due, known.outcomes().size());
                    }
                });
    }

    private Uni<Boolean> record(DueCalibration due, KnownOutcomes known, Optional<CalibrationFit> fitted) {
        return fitted.map(fit -> store.record(due, known, fit))
                .orElseGet(() -> Uni.createFrom().item(false));
    }
}
