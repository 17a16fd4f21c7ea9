package io.candletrace.journal.postgres;

import io.candletrace.analysis.Question;
import io.candletrace.journal.Provenance;
import io.candletrace.journal.Step;
import io.candletrace.lineage.AnalysisId;
import io.candletrace.lineage.CanonicalJson;
import io.candletrace.lineage.ChartId;
import io.candletrace.lineage.Sha256;
import io.candletrace.lineage.SignalId;
import io.candletrace.market.Timeframe;
import io.candletrace.signal.Signal;
import io.candletrace.storage.StoredChart;
import io.smallrye.mutiny.Uni;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hibernate.reactive.mutiny.Mutiny;

/** Steps to rows of {@code workflow_steps}, in the caller's transaction. */
final class StepRows {
    private static final String INSERT = """
            insert into workflow_steps
                (execution_id, task_id, attempt, symbol, timeframe, model_name, step_name, status, started_at, duration_ms,
                 input_sha256, output_sha256, chart_id, llm_analysis_id, signal_id, error)
            select cast(?2 as bigint), cast(?3 as bigint), cast(?4 as integer), cast(?5 as text), s.timeframe, s.model_name, s.step_name, s.status, s.started_at, s.duration_ms,
                   s.input_sha256, s.output_sha256, cast(?6 as bigint), cast(?7 as bigint), cast(?8 as bigint), s.error
            from rows from (jsonb_to_recordset(cast(cast(?1 as text) as jsonb)) as (timeframe text, model_name text,
                step_name text, status text, started_at timestamptz, duration_ms bigint, input_sha256 text,
                output_sha256 text, error text)) with ordinality as s
            order by s.ordinality
            """;

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

    /** Writes the steps by one statement. */
    static Uni<Void> insert(Mutiny.Session session, Provenance provenance, List<Step> steps, Subject subject) {
        return steps.isEmpty()
                ? Uni.createFrom().voidItem()
                : session.createNativeQuery(INSERT)
                        .setParameter(
                                1,
                                CanonicalJson.write(
                                        steps.stream().map(StepRows::row).toList()))
                        .setParameter(2, provenance.execution().value())
                        .setParameter(3, provenance.task().value())
                        .setParameter(4, provenance.attempt())
                        .setParameter(5, subject.symbol())
                        .setParameter(6, subject.chart().map(ChartId::value).orElse(null))
                        .setParameter(
                                7, subject.analysis().map(AnalysisId::value).orElse(null))
                        .setParameter(8, subject.signal().map(SignalId::value).orElse(null))
                        .executeUpdate()
                        .replaceWithVoid();
    }

    private static Map<String, Object> row(Step step) {
        var row = new HashMap<String, Object>();
        step.timeframe().map(Timeframe::code).ifPresent(code -> row.put("timeframe", code));
        step.model().ifPresent(model -> row.put("model_name", model));
        row.put("step_name", step.name());
        row.put("status", step.error().isPresent() ? "failed" : "completed");
        row.put("started_at", step.startedAt().toString());
        row.put("duration_ms", step.duration().toMillis());
        step.input().map(Sha256::hex).ifPresent(hash -> row.put("input_sha256", hash));
        step.output().map(Sha256::hex).ifPresent(hash -> row.put("output_sha256", hash));
        step.error().ifPresent(error -> row.put("error", error));
        return row;
    }
}
