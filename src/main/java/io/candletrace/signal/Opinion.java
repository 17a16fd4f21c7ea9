package io.candletrace.signal;

import io.candletrace.analysis.Analysis;
import io.candletrace.analysis.Recommendation;
import io.candletrace.analysis.Trend;
import io.candletrace.analysis.Verdict;
import io.candletrace.lineage.AnalysisId;
import io.candletrace.lineage.Recorded;
import java.util.Locale;
import java.util.Optional;

/**
 * What one model thinks of one timeframe.
 *
 * @param voice whose it is
 * @param analysis its latest; empty when there is none
 */
record Opinion(Voice voice, Optional<Recorded<AnalysisId, Analysis>> analysis) {
    Optional<Verdict> verdict() {
        return analysis.flatMap(recorded -> recorded.value().verdict());
    }

    boolean isOf(Recorded<AnalysisId, Analysis> other) {
        return analysis.filter(own -> own.id().equals(other.id())).isPresent();
    }

    /** Whether it recommends the opposite or sees the opposite trend. Nothing is the opposite of HOLD. */
    boolean contradicts(Recommendation recommendation) {
        return verdict()
                .filter(verdict -> switch (recommendation) {
                    case BUY -> verdict.recommendation() == Recommendation.SELL || verdict.trend() == Trend.BEARISH;
                    case SELL -> verdict.recommendation() == Recommendation.BUY || verdict.trend() == Trend.BULLISH;
                    case HOLD -> false;
                })
                .isPresent();
    }

    /** What it says, in brackets' words: {@code BUY, trend bullish, confidence 0.75}, or why it says nothing. */
    String words() {
        return verdict().map(Opinion::words).orElseGet(this::silence);
    }

    private static String words(Verdict verdict) {
        return verdict.recommendation() + ", trend " + lower(verdict.trend())
                + verdict.confidence()
                        .map(confidence -> ", confidence " + confidence.toPlainString())
                        .orElse("");
    }

    private String silence() {
        return analysis.map(Recorded::value)
                .map(found -> lower(found.status())
                        + found.error().map(error -> ": " + error).orElse(""))
                .orElse("there is no analysis");
    }

    private static String lower(Enum<?> word) {
        return word.name().toLowerCase(Locale.ROOT);
    }
}
