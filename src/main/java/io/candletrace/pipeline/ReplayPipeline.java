package io.candletrace.pipeline;

import io.candletrace.analysis.Analysis;
import io.candletrace.failure.FailureReason;
import io.candletrace.failure.ServiceException;
import io.candletrace.journal.AnalysisOutline;
import io.candletrace.journal.EvidenceArchive;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Asks again about charts that are there: nothing is fetched, drawn or uploaded, and no signal is made, whatever is answered. */
@ApplicationScoped
public class ReplayPipeline {
    private final Stages stages;
    private final EvidenceArchive evidence;

    ReplayPipeline(Stages stages, EvidenceArchive evidence) {
        this.stages = stages;
        this.evidence = evidence;
    }

    /**
     * Asks what of the task is not answered yet. An answer that cannot be used is an answer. Fails with the reason of the stage
     * that failed or for which a question has no answer, and with {@code CONFLICT} when what was asked cannot be asked any more.
     */
    public Uni<Void> run(ReplayContext context) {
        var charts = context.originals().stream()
                .collect(Collectors.groupingBy(
                        original -> original.asked().chart(),
                        LinkedHashMap::new,
                        Collectors.<AnalysisOutline>toList()));
        var branches = charts.entrySet().stream()
                .map(chart -> new ReplayRun(stages, evidence, context, chart.getValue()).run(chart.getKey()))
                .toList();
        return Branches.all(branches)
                .invoke(answers -> answers.stream().flatMap(List::stream).forEach(ReplayPipeline::requireAnswer))
                .replaceWithVoid();
    }

    private static void requireAnswer(Analysis analysis) {
        Stream.of(FailureReason.values()).filter(analysis::failedFor).forEach(reason -> {
            throw new ServiceException(reason, analysis.detail());
        });
    }
}
