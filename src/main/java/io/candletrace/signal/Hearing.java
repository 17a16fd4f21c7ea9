package io.candletrace.signal;

import io.candletrace.analysis.Analysis;
import io.candletrace.lineage.AnalysisId;
import io.candletrace.lineage.Recorded;
import io.candletrace.market.Timeframe;
import java.util.Comparator;
import java.util.List;

/**
 * Everybody who was asked about one instrument.
 *
 * @param models the strategy's, in its order
 * @param analyses of every model and timeframe, in any order
 */
record Hearing(List<String> models, List<Recorded<AnalysisId, Analysis>> analyses) {
    Hearing {
        models = List.copyOf(models);
        analyses = List.copyOf(analyses);
    }

    /** What this voice says. Of the samples of one question the latest counts. */
    Opinion opinion(Voice voice) {
        return new Opinion(
                voice,
                analyses.stream()
                        .filter(analysis -> voice(analysis.value()).equals(voice))
                        .max(Comparator.comparingInt(
                                analysis -> analysis.value().question().sampleNo())));
    }

    /** What these say, in their order. */
    List<Opinion> opinions(List<Voice> voices) {
        return voices.stream().map(this::opinion).toList();
    }

    /** The timeframes that were read, from short to long. */
    List<Timeframe> timeframes() {
        return analyses.stream()
                .map(analysis -> voice(analysis.value()).timeframe())
                .distinct()
                .sorted()
                .toList();
    }

    private static Voice voice(Analysis analysis) {
        var question = analysis.question();
        return new Voice(
                question.model().name(),
                question.chart().value().chart().series().series().timeframe());
    }
}
