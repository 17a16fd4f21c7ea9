package io.candletrace.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.candletrace.evaluation.scorecard.ScorecardTable;
import io.candletrace.lineage.Sha256;
import io.candletrace.study.StudyReport;
import io.candletrace.study.StudyResult;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Writes the scorecards of a study as {@code GET /api/scorecards} answers them. */
@ApplicationScoped
class StudyReportWriter implements StudyReport {
    /** What depends on the machine and its load. */
    private static final List<String> NEVER_THE_SAME = List.of("latency_ms_p50", "latency_ms_p95");

    private final ObjectMapper json;

    StudyReportWriter(ObjectMapper json) {
        this.json = json;
    }

    @Override
    public StudyResult write(List<ScorecardTable> tables) {
        var views = tables.stream().map(ScorecardTableView::of).toList();
        var comparable = json.valueToTree(views);
        comparable
                .findParents(NEVER_THE_SAME.getFirst())
                .forEach(answers -> ((ObjectNode) answers).remove(NEVER_THE_SAME));
        try {
            return new StudyResult(json.writeValueAsString(views), Sha256.of(json.writeValueAsString(comparable)));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("scorecards are only values", impossible);
        }
    }
}
