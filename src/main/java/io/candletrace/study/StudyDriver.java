package io.candletrace.study;

import io.candletrace.evaluation.EvaluationConfig;
import io.candletrace.evaluation.OutcomeTick;
import io.candletrace.evaluation.Scorecards;
import io.candletrace.evaluation.scorecard.Dimension;
import io.candletrace.evaluation.scorecard.ScorecardQuery;
import io.candletrace.evaluation.scorecard.ScorecardQuery.Subject;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Scores studies whose executions have ended and whose predictions were looked at. Every replica does: a study is ended once, and the
 * same rows give the same result.
 */
@ApplicationScoped
class StudyDriver {
    private static final Logger LOG = Logger.getLogger(StudyDriver.class);

    private final StudyStore store;
    private final OutcomeTick outcomes;
    private final Scorecards scorecards;
    private final StudyReport report;
    private final EvaluationConfig config;
    private final String release;

    StudyDriver(
            StudyStore store,
            OutcomeTick outcomes,
            Scorecards scorecards,
            StudyReport report,
            EvaluationConfig config,
            @ConfigProperty(name = "quarkus.application.version") String release) {
        this.store = store;
        this.outcomes = outcomes;
        this.scorecards = scorecards;
        this.report = report;
        this.config = config;
        this.release = release;
    }

    /** Never fails: what could not be done now is done at the next tick. */
    @Scheduled(every = "${candletrace.study.tick:2s}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> tick() {
        return drive().onFailure().recoverWithUni(failure -> {
            LOG.warnf("no study was driven this time: %s", failure.getMessage());
            return Uni.createFrom().voidItem();
        });
    }

    /** Ends every study that has nothing to wait for. */
    Uni<Void> drive() {
        return store.ready()
                .onItem()
                .transformToMulti(studies -> Multi.createFrom().iterable(studies))
                .onItem()
                .transformToUniAndConcatenate(this::step)
                .collect()
                .last()
                .replaceWithVoid();
    }

    /** One that is stopped or whose backfill failed can be resumed there: it goes on then. */
    private Uni<Void> step(Study study) {
        return switch (study.phase()) {
            case "cancelled" -> store.fail(study.id(), "its backfill was cancelled");
            case "resolving" ->
                study.subjects().open() == 0
                        ? score(study)
                        : outcomes.resolveAll().replaceWithVoid();
            default -> Uni.createFrom().voidItem();
        };
    }

    private Uni<Void> score(Study study) {
        return Multi.createFrom()
                .items(study.horizons().stream().flatMap(horizon -> queries(study, horizon)))
                .onItem()
                .transformToUniAndConcatenate(scorecards::of)
                .collect()
                .asList()
                .map(report::write)
                .chain(result -> store.complete(study.id(), result, terms()))
                .invoke(() -> LOG.infof("study completed studyId=%d", study.id().value()));
    }

    private static Stream<ScorecardQuery> queries(Study study, int horizon) {
        var filter = ScorecardQuery.Filter.of(study.id());
        return Stream.of(
                new ScorecardQuery(Subject.SIGNALS, horizon, List.of(), filter),
                new ScorecardQuery(Subject.SIGNALS, horizon, List.of(Dimension.SYMBOL), filter),
                new ScorecardQuery(
                        Subject.ANALYSES, horizon, List.of(Dimension.MODEL_CONFIG, Dimension.TIMEFRAME), filter));
    }

    private Map<String, String> terms() {
        return Map.of(
                "release", release,
                "entry", config.entry().name().toLowerCase(Locale.ROOT),
                "target", config.target().name().toLowerCase(Locale.ROOT),
                "cost_rate", config.costRate().toPlainString(),
                "latency", config.latency().toString());
    }
}
