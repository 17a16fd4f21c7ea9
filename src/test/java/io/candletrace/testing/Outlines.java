package io.candletrace.testing;

import io.candletrace.journal.AnalysisOutline;
import io.candletrace.lineage.AnalysisId;
import io.candletrace.lineage.ChartId;
import io.candletrace.lineage.ExecutionId;
import io.candletrace.lineage.InstrumentId;
import io.candletrace.lineage.PromptTemplateId;
import io.candletrace.lineage.Sha256;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;

/** Outlines of analyses of a chart that closes at 200. */
public final class Outlines {
    private Outlines() {}

    /** One that recommends this, or has no verdict when it is empty. */
    public static AnalysisOutline saying(String recommendation) {
        return saying(recommendation.isEmpty() ? Map.of() : Map.of("recommendation", recommendation));
    }

    /** One with this verdict. */
    public static AnalysisOutline saying(Map<String, Object> verdict) {
        return of("calm", 1, 1, verdict);
    }

    /** One by a model about a chart with a version of a prompt. */
    public static AnalysisOutline of(String model, long chart, long template, Map<String, Object> verdict) {
        var asked = new AnalysisOutline.Asked(
                new ExecutionId(1),
                new InstrumentId(1),
                new ChartId(chart),
                "SPY",
                "1d",
                model,
                Sha256.of(model),
                new PromptTemplateId(template),
                "daily@" + template,
                1,
                5,
                new BigDecimal("200"));
        var said = new AnalysisOutline.Said(
                verdict.isEmpty() ? "invalid" : "completed", Optional.empty(), verdict, 100, Optional.empty());
        return new AnalysisOutline(new AnalysisId(1), asked, said);
    }
}
