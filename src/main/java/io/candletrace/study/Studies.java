package io.candletrace.study;

import io.candletrace.evaluation.EvaluationConfig;
import io.candletrace.execution.Answer;
import io.candletrace.execution.IdempotencyKey;
import io.candletrace.failure.FailureReason;
import io.candletrace.failure.ServiceException;
import io.candletrace.lineage.StudyId;
import io.candletrace.schedule.BackfillRecord;
import io.candletrace.schedule.BackfillRequest;
import io.candletrace.schedule.Backfills;
import io.candletrace.strategy.Strategies;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Starts studies. */
@ApplicationScoped
public class Studies {
    private final Backfills backfills;
    private final Strategies strategies;
    private final StudyStore store;
    private final EvaluationConfig config;

    Studies(Backfills backfills, Strategies strategies, StudyStore store, EvaluationConfig config) {
        this.backfills = backfills;
        this.strategies = strategies;
        this.store = store;
        this.config = config;
    }

    /**
     * Starts a study, once, in one transaction with its backfill and what is answered. Fails with {@code IMPOSSIBLE_REQUEST} for a
     * horizon that nothing is resolved at, and as {@link Backfills#start} does.
     *
     * @param key what the client calls its request, when it has a name for it
     * @param answer what is answered about what was started
     */
    public Uni<Answer> start(StudyRequest request, Optional<IdempotencyKey> key, Function<Study, Answer> answer) {
        var resolved = request.horizons().isEmpty()
                ? new StudyRequest(request.backfill(), config.horizons(), request.repeats())
                : request;
        if (!config.horizons().containsAll(resolved.horizons())) {
            throw new ServiceException(
                    FailureReason.IMPOSSIBLE_REQUEST,
                    "horizons: expected some of " + config.horizons() + ", found " + resolved.horizons());
        }
        return backfills.start(
                resolved.backfill(),
                key,
                (session, backfill) -> store.insert(session, resolved, backfill).map(answer));
    }

    /**
     * What a repetition of a study asks for. Fails with {@code NOT_FOUND}, and with {@code CONFLICT} when the strategy has become
     * another one since.
     *
     * @param requestedBy who, for people
     */
    public Uni<StudyRequest> again(StudyId id, String requestedBy) {
        return store.find(id)
                .map(found -> found.orElseThrow(
                        () -> new ServiceException(FailureReason.NOT_FOUND, "there is no study " + id.value())))
                .call(this::requireSameVersion)
                .map(found -> {
                    var was = found.backfill().backfill();
                    return new StudyRequest(
                            new BackfillRequest(
                                    was.strategy(),
                                    was.from(),
                                    was.to(),
                                    was.step(),
                                    was.maxCost(),
                                    was.concurrency(),
                                    requestedBy),
                            List.copyOf(found.horizons()),
                            Optional.of(id));
                });
    }

    private Uni<Void> requireSameVersion(Study study) {
        var was = study.backfill().backfill();
        return strategies
                .find(was.strategy())
                .invoke(found -> found.filter(now -> !now.current().id().equals(was.version()))
                        .ifPresent(now -> {
                            throw changed(was, now.current().version());
                        }))
                .replaceWithVoid();
    }

    private static ServiceException changed(BackfillRecord was, int version) {
        return new ServiceException(
                FailureReason.CONFLICT,
                "the strategy '" + was.strategy() + "' is at version " + version + ", the study was made with version "
                        + was.strategyVersion());
    }
}
