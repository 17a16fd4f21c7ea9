package io.candletrace.journal.postgres;

import io.candletrace.journal.AnalysisOutline;
import io.candletrace.lineage.AnalysisId;
import io.candletrace.lineage.ChartId;
import io.candletrace.lineage.ExecutionId;
import io.candletrace.lineage.InstrumentId;
import io.candletrace.lineage.PromptTemplateId;
import io.candletrace.lineage.Sha256;
import io.candletrace.persistence.JsonColumn;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcType;
import org.jspecify.annotations.Nullable;

/** A row of {@code llm_analyses}, as it is read without its texts. */
@Entity
@Immutable
@Table(name = "llm_analyses")
class OutlinedAnalysis {
    @Id
    long id;

    long executionId;
    long chartId;
    String symbol;
    String timeframe;
    String kind;
    long promptTemplateId;
    String modelConfig;
    String modelConfigSha256;
    String status;

    @Nullable
    String errorMessage;

    @JdbcType(JsonColumn.class)
    @Nullable
    Map<String, Object> verdict;

    int horizonBars;
    int sampleNo;
    long tokensUsed;

    @Nullable
    BigDecimal costUsd;

    AnalysisOutline toDomain(long instrument, BigDecimal close, String prompt) {
        var asked = new AnalysisOutline.Asked(
                new ExecutionId(executionId),
                new InstrumentId(instrument),
                new ChartId(chartId),
                symbol,
                timeframe,
                modelConfig,
                new Sha256(modelConfigSha256),
                new PromptTemplateId(promptTemplateId),
                prompt,
                sampleNo,
                horizonBars,
                close);
        return new AnalysisOutline(new AnalysisId(id), asked, said());
    }

    private AnalysisOutline.Said said() {
        return new AnalysisOutline.Said(
                status,
                Optional.ofNullable(errorMessage),
                Optional.ofNullable(verdict).orElse(Map.of()),
                tokensUsed,
                Optional.ofNullable(costUsd));
    }
}
