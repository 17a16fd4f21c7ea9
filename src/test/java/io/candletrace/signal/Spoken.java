package io.candletrace.signal;

import io.candletrace.analysis.Analysis;
import io.candletrace.analysis.AnalysisStatus;
import io.candletrace.analysis.Recommendation;
import io.candletrace.lineage.AnalysisId;
import io.candletrace.lineage.Recorded;
import io.candletrace.market.BarSeries;
import io.candletrace.market.Timeframe;
import io.candletrace.testing.SampleAnalyses;
import io.candletrace.testing.SampleBars;
import io.candletrace.testing.SampleVerdicts;
import java.util.List;
import java.util.Map;

/** What models say on daily and weekly bars, and what a strategy with three models makes of it. */
final class Spoken {
    static final List<String> MODELS = List.of("rules-v1", "gpt", "claude");

    private static final BarSeries DAILY = SampleBars.wave(60);
    private static final BarSeries WEEKLY =
            SampleBars.of(SampleBars.instrument(), Timeframe.WEEKLY, 41, i -> 100 + i % 3);

    private Spoken() {}

    static Recorded<AnalysisId, Analysis> says(long id, String model, String timeframe, Recommendation recommendation) {
        return SampleAnalyses.completed(
                id, SampleAnalyses.question(model, bars(timeframe)), SampleVerdicts.of(recommendation));
    }

    static Recorded<AnalysisId, Analysis> fails(long id, String model, String timeframe, AnalysisStatus status) {
        return SampleAnalyses.without(id, SampleAnalyses.question(model, bars(timeframe)), status, "nothing");
    }

    @SafeVarargs
    static Signal decide(Map<String, ?> policy, Recorded<AnalysisId, Analysis>... analyses) {
        return decide(SignalPolicy.parse(policy), List.of(analyses));
    }

    static Signal decide(SignalPolicy policy, List<Recorded<AnalysisId, Analysis>> analyses) {
        return SignalDecision.decide(policy, MODELS, 5, analyses);
    }

    static Signal.Citation cited(long id, AnalysisRole role) {
        return new Signal.Citation(new AnalysisId(id), role);
    }

    static Map<String, Object> voice(String model, String timeframe) {
        return Map.of("model", model, "timeframe", timeframe);
    }

    private static BarSeries bars(String timeframe) {
        return timeframe.equals("1d") ? DAILY : WEEKLY;
    }
}
