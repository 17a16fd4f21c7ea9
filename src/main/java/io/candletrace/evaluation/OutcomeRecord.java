package io.candletrace.evaluation;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What became of an analysis or a signal: a row of {@code outcome_subjects} with the current versions of its outcomes.
 *
 * @param state {@code pending}; {@code resolved} when nothing is left to find; {@code none} for an answer without a verdict
 * @param counted whether scorecards count it: it is the first that is about the same, and not voided
 * @param forward whether it was decided before the entry bar opened; absent until there is one
 * @param marketRegime at the decision: {@code above_sma200_low_atr}; absent until it is looked at
 * @param entryAt open of the entry bar, UTC; absent until there is one
 * @param dueAt when it is looked at next, UTC; absent when it is not
 * @param lastError why it could not be resolved when it was last looked at
 * @param returns by horizon; horizons that are not over are not among them
 * @param trade absent while it is open, and when there is nothing to trade
 */
public record OutcomeRecord(
        String state,
        boolean counted,
        Optional<Boolean> forward,
        Optional<String> marketRegime,
        Optional<Instant> entryAt,
        Optional<Instant> dueAt,
        Optional<String> lastError,
        List<Return> returns,
        Optional<SimulatedTrade> trade) {
    public OutcomeRecord {
        returns = List.copyOf(returns);
    }

    /** The same with what was found. */
    public OutcomeRecord with(List<Return> found, Optional<SimulatedTrade> simulated) {
        return new OutcomeRecord(state, counted, forward, marketRegime, entryAt, dueAt, lastError, found, simulated);
    }

    /**
     * A row of {@code outcomes}. Prices are in the terms of the day of the decision, rates are shares of the entry price; both are
     * absent of what is excluded.
     *
     * @param horizon bars, the entry bar being the first
     * @param version from 1; more than that when bars were revised
     * @param status {@code resolved excluded}
     * @param excluded why it is not judged: {@code unadjusted_split}
     * @param forwardReturn price return, splits applied and dividends left out
     * @param excessReturn over the benchmark; absent without one
     * @param directionHit absent for HOLD
     * @param barSnapshotId bars that hold all that were used
     */
    public record Return(
            int horizon,
            int version,
            String status,
            Optional<String> excluded,
            Optional<BigDecimal> entryPrice,
            Optional<Instant> exitAt,
            Optional<BigDecimal> exitPrice,
            Optional<BigDecimal> forwardReturn,
            Optional<BigDecimal> excessReturn,
            Optional<Boolean> directionHit,
            long barSnapshotId,
            Instant resolvedAt) {}

    /**
     * A row of {@code simulated_trades}. Rates are shares of the entry price.
     *
     * @param version from 1; more than that when bars were revised
     * @param status {@code closed not_filled excluded}
     * @param excluded why it is not judged
     * @param entryRule {@code market limit_in_range}
     * @param targetRule {@code conservative aggressive}
     * @param costRate for entering and leaving together
     * @param exitReason {@code stop target_conservative target_aggressive horizon}
     * @param realisedR net gain over what the stop put at risk
     * @param favourable the most that it was ahead by
     * @param adverse the most that it was behind by
     */
    public record SimulatedTrade(
            int version,
            String status,
            Optional<String> excluded,
            String entryRule,
            String targetRule,
            BigDecimal costRate,
            Optional<Instant> entryAt,
            Optional<BigDecimal> entryPrice,
            Optional<Instant> exitAt,
            Optional<BigDecimal> exitPrice,
            Optional<String> exitReason,
            Optional<BigDecimal> grossReturn,
            Optional<BigDecimal> netReturn,
            Optional<BigDecimal> realisedR,
            Optional<BigDecimal> favourable,
            Optional<BigDecimal> adverse,
            Optional<Integer> barsHeld,
            long barSnapshotId,
            Instant resolvedAt) {}
}
