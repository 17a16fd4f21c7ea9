package io.candletrace.signal;

import io.candletrace.analysis.Analysis;
import io.candletrace.lineage.AnalysisId;
import io.candletrace.lineage.Recorded;
import io.candletrace.market.Timeframe;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Who was heard about one instrument.
 *
 * @param model name of the deciding model
 * @param primary its opinion that decides
 * @param higher its opinions on longer timeframes, the nearest first; may be empty
 * @param lower its opinions on shorter timeframes; may be empty
 */
record Hearing(String model, Opinion primary, List<Opinion> higher, List<Opinion> lower) {
    static Hearing of(SignalPolicy policy, List<String> models, List<Recorded<AnalysisId, Analysis>> analyses) {
        var model = policy.decider(models);
        var timeframes = analyses.stream()
                .map(Recorded::value)
                .map(Hearing::timeframe)
                .distinct()
                .sorted()
                .toList();
        var primary = policy.primary().or(() -> timeframes.stream().findFirst()).orElse(Timeframe.DAILY);
        var opinions = timeframes.stream()
                .map(timeframe -> new Opinion(timeframe, latest(model, timeframe, analyses)))
                .toList();
        return new Hearing(
                model,
                new Opinion(primary, latest(model, primary, analyses)),
                opinions.stream()
                        .filter(opinion -> opinion.timeframe().compareTo(primary) > 0)
                        .toList(),
                opinions.stream()
                        .filter(opinion -> opinion.timeframe().compareTo(primary) < 0)
                        .toList());
    }

    /** The higher timeframes that cannot confirm anything. */
    List<Opinion> silent() {
        return higher.stream().filter(opinion -> opinion.verdict().isEmpty()).toList();
    }

    /** Of the samples of one question the latest counts. */
    private static Optional<Recorded<AnalysisId, Analysis>> latest(
            String model, Timeframe timeframe, List<Recorded<AnalysisId, Analysis>> analyses) {
        return analyses.stream()
                .filter(analysis -> analysis.value().question().model().name().equals(model))
                .filter(analysis -> timeframe(analysis.value()) == timeframe)
                .max(Comparator.comparingInt(
                        analysis -> analysis.value().question().sampleNo()));
    }

    private static Timeframe timeframe(Analysis analysis) {
        return analysis.question().chart().value().chart().series().series().timeframe();
    }
}
