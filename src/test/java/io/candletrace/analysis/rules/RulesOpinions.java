package io.candletrace.analysis.rules;

import io.candletrace.analysis.Analysis;
import io.candletrace.analysis.ModelConfig;
import io.candletrace.analysis.claim.ClaimChecks;
import io.candletrace.indicator.IndicatorSpec;
import io.candletrace.market.BarSeries;
import io.candletrace.testing.SampleAnalyses;
import java.time.Clock;
import java.time.ZoneOffset;

/** What the offline baseline says, checked. */
public final class RulesOpinions {
    private RulesOpinions() {}

    /** Of a chart of the newest 120 bars with these indicators. */
    public static Analysis analysis(BarSeries series, IndicatorSpec indicators) {
        var analyst = new RulesAnalyst(Clock.fixed(SampleAnalyses.DECIDED_AT, ZoneOffset.UTC));
        var question = SampleAnalyses.question(ModelConfig.RULES, series, indicators);
        return ClaimChecks.checked(analyst.analyse(question).await().indefinitely());
    }
}
