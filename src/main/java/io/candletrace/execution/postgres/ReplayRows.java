package io.candletrace.execution.postgres;

import io.candletrace.execution.ReplayAcceptance;
import io.candletrace.lineage.AnalysisId;
import io.candletrace.lineage.CanonicalJson;
import io.candletrace.lineage.ExecutionId;
import io.candletrace.lineage.PromptTemplateId;
import io.candletrace.pipeline.ReplaySpec;
import io.smallrye.mutiny.Uni;
import java.time.ZoneOffset;
import java.util.List;
import org.hibernate.reactive.mutiny.Mutiny;

/** The rows of {@code replays} and of the executions that replay, in the caller's transaction. */
final class ReplayRows {
    private static final String EXECUTION = """
            insert into workflow_executions
                (strategy_id, strategy_version_id, status, run_type, as_of, requested_by, result)
            values (?1, ?2, 'pending', 'replay', ?3, ?4, jsonb_build_object('as_of_source', 'replay')) returning id
            """;
    private static final String INSERT = """
            insert into replays (execution_id, kind, of_execution_id, of_analysis_id, samples, models, prompt_template_id)
            values (?1, ?2, ?3, ?4, ?5, cast(cast(?6 as text) as jsonb), ?7)
            """;

    private ReplayRows() {}

    static Uni<ExecutionId> insert(Mutiny.Session session, ReplayAcceptance acceptance) {
        var of = acceptance.of();
        return session.createNativeQuery(EXECUTION, Long.class)
                .setParameter(1, of.strategyId())
                .setParameter(2, of.strategyVersionId())
                .setParameter(3, of.asOf().atOffset(ZoneOffset.UTC))
                .setParameter(4, acceptance.requestedBy())
                .getSingleResult()
                .map(ExecutionId::new)
                .call(execution -> spec(session, acceptance)
                        .setParameter(1, execution.value())
                        .setParameter(3, of.id())
                        .setParameter(
                                4, acceptance.analysis().map(AnalysisId::value).orElse(null))
                        .executeUpdate());
    }

    private static Mutiny.Query<?> spec(Mutiny.Session session, ReplayAcceptance acceptance) {
        var insert = session.createNativeQuery(INSERT);
        return switch (acceptance.spec()) {
            case ReplaySpec.Resample(int samples) ->
                insert.setParameter(2, ReplayEntity.RESAMPLE)
                        .setParameter(5, samples)
                        .setParameter(6, CanonicalJson.write(List.of()))
                        .setParameter(7, (Long) null);
            case ReplaySpec.Counterfactual(var models, var prompt) ->
                insert.setParameter(2, ReplayEntity.COUNTERFACTUAL)
                        .setParameter(5, 1)
                        .setParameter(6, CanonicalJson.write(models))
                        .setParameter(7, prompt.map(PromptTemplateId::value).orElse(null));
        };
    }
}
