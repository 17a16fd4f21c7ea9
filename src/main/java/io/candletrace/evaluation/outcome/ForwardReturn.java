package io.candletrace.evaluation.outcome;

import java.math.BigDecimal;
import java.util.Optional;

/** What the price did within a horizon, whatever the prediction's levels. */
public sealed interface ForwardReturn {

    /** The bars from the entry bar's open to the exit's close, the entry bar being the first. */
    int horizon();

    /** As tables and answers spell it: {@code resolved}, {@code pending} or {@code excluded}. */
    default String status() {
        return switch (this) {
            case Resolved _ -> "resolved";
            case Pending _ -> "pending";
            case Excluded _ -> "excluded";
        };
    }

    /**
     * The horizon is over.
     *
     * @param horizon in bars
     * @param exit the close of the horizon's last bar
     * @param rate exit close / entry open - 1, whatever the direction; 12 decimals
     * @param excess {@code rate} less what the benchmark returned from its open at the entry to its close at the exit, 12
     *     decimals; absent when the benchmark has no bar at one of them
     * @param hit whether the price went where the prediction said, so that a rate of 0 is a miss; absent for FLAT
     */
    record Resolved(int horizon, Quote exit, BigDecimal rate, Optional<BigDecimal> excess, Optional<Boolean> hit)
            implements ForwardReturn {

        /** Whether the price ended where it began. */
        public boolean tie() {
            return rate.signum() == 0;
        }
    }

    /**
     * The bar of the exit does not exist yet.
     *
     * @param horizon in bars
     */
    record Pending(int horizon) implements ForwardReturn {}

    /**
     * It cannot be judged.
     *
     * @param horizon in bars
     * @param reason why
     */
    record Excluded(int horizon, Exclusion reason) implements ForwardReturn {}
}
