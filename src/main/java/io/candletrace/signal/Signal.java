package io.candletrace.signal;

import io.candletrace.analysis.Analysis;
import io.candletrace.analysis.PriceRange;
import io.candletrace.analysis.Trend;
import io.candletrace.lineage.AnalysisId;
import io.candletrace.lineage.Recorded;
import io.candletrace.market.Timeframe;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What was decided for one instrument in one execution.
 *
 * @param type what it says
 * @param deciding the analysis that decided; of a vote the first listed voter that completed, whatever it voted for
 * @param citations every analysis of the task with its role, the deciding one first
 * @param trend as the analysis sees it that decided, or of a vote the first that voted for what it says
 * @param confidence as {@link SignalPolicy} defines it; HOLD has none
 * @param reasoning why, in words, ours first and then the analyst's
 * @param primary the deciding timeframe
 * @param confirmation the timeframe of the first that objected, else of the first that confirmed, when there is one
 * @param levels where to enter, stop and take profit; HOLD has none
 * @param expiresAt when it is stale: the close of the {@code horizonBars}-th bar of the primary timeframe after the last
 */
public record Signal(
        SignalType type,
        Recorded<AnalysisId, Analysis> deciding,
        List<Citation> citations,
        Trend trend,
        Optional<BigDecimal> confidence,
        String reasoning,
        Timeframe primary,
        Optional<Timeframe> confirmation,
        Optional<Levels> levels,
        Instant expiresAt) {
    public Signal {
        citations = List.copyOf(citations);
    }

    /** An analysis and what it did. */
    public record Citation(AnalysisId analysis, AnalysisRole role) {}

    /**
     * Where to enter, stop and take profit, in the instrument's currency.
     *
     * @param entry where to enter
     * @param stopLoss where the idea is wrong
     * @param targetConservative the nearer target
     * @param targetAggressive the farther target
     * @param rMultipleConservative reward over risk of the nearer target, from the worst edge of the entry range
     * @param rMultipleAggressive the same of the farther target
     */
    public record Levels(
            PriceRange entry,
            BigDecimal stopLoss,
            BigDecimal targetConservative,
            BigDecimal targetAggressive,
            BigDecimal rMultipleConservative,
            BigDecimal rMultipleAggressive) {}
}
