package io.candletrace.evaluation;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.logging.Logger;

/** Tells the indicators' states of what was analysed since, batch by batch. Every replica does. */
@ApplicationScoped
class StateTick {
    private static final Logger LOG = Logger.getLogger(StateTick.class);

    private final StateStore store;
    private final EvaluationConfig config;

    StateTick(StateStore store, EvaluationConfig config) {
        this.store = store;
        this.config = config;
    }

    /** Never fails: what was not told now is found again at the next tick. */
    @Scheduled(every = "${candletrace.evaluation.tick:10s}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> tick() {
        return tellAll().replaceWithVoid().onFailure().recoverWithUni(failure -> {
            LOG.warnf("no states of indicators were told this time: %s", failure.getMessage());
            return Uni.createFrom().voidItem();
        });
    }

    /** Tells until nothing waits, and answers of how many analyses. */
    Uni<Integer> tellAll() {
        return store.tell(config.batch())
                .chain(told -> told == 0 ? Uni.createFrom().item(0) : tellAll().map(more -> more + told));
    }
}
