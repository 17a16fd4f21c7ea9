package io.candletrace.journal.postgres;

import io.candletrace.analysis.Question;
import io.candletrace.journal.Provenance;
import io.candletrace.journal.Step;
import io.candletrace.lineage.AnalysisId;
import io.candletrace.lineage.ChartId;
import io.candletrace.lineage.Sha256;
import io.candletrace.lineage.SignalId;
import io.candletrace.market.Timeframe;
import io.candletrace.signal.Signal;
import io.candletrace.storage.StoredChart;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Steps to rows. */
final class StepRows {
    private StepRows() {}

    /** What steps are about: the rows their work led to. */
    record Subject(String symbol, Optional<ChartId> chart, Optional<AnalysisId> analysis, Optional<SignalId> signal) {
        static Subject of(String symbol) {
            return new Subject(symbol, Optional.empty(), Optional.empty(), Optional.empty());
        }

        static Subject of(StoredChart chart) {
            return of(chart.chart().series().series().instrument().symbol().value());
        }

        static Subject of(Question question) {
            return of(question.chart().value()).with(question.chart().id());
        }

        static Subject of(Signal signal) {
            return of(signal.deciding().value().question())
                    .with(signal.deciding().id());
        }

        Subject with(ChartId id) {
            return new Subject(symbol, Optional.of(id), analysis, signal);
        }

        Subject with(AnalysisId id) {
            return new Subject(symbol, chart, Optional.of(id), signal);
        }

        Subject with(SignalId id) {
            return new Subject(symbol, chart, analysis, Optional.of(id));
        }
    }

    static Object[] rows(Provenance provenance, List<Step> steps, Subject subject) {
        return steps.stream().map(step -> row(provenance, step, subject)).toArray();
    }

    private static StepEntity row(Provenance provenance, Step step, Subject subject) {
        var row = new StepEntity();
        row.executionId = provenance.execution().value();
        row.taskId = provenance.task().value();
        row.attempt = provenance.attempt();
        row.symbol = subject.symbol();
        row.timeframe = step.timeframe().map(Timeframe::code).orElse(null);
        row.modelName = step.model().orElse(null);
        row.stepName = step.name();
        row.status = step.error().isPresent() ? "failed" : "completed";
        row.startedAt = step.startedAt();
        row.durationMs = step.duration().toMillis();
        row.inputSha256 = step.input().map(Sha256::hex).orElse(null);
        row.outputSha256 = step.output().map(Sha256::hex).orElse(null);
        row.chartId = subject.chart().map(ChartId::value).orElse(null);
        row.llmAnalysisId = subject.analysis().map(AnalysisId::value).orElse(null);
        row.signalId = subject.signal().map(SignalId::value).orElse(null);
        row.detail = Map.of();
        row.error = step.error().orElse(null);
        return row;
    }
}
