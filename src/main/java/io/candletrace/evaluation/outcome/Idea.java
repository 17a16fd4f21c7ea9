package io.candletrace.evaluation.outcome;

import java.math.BigDecimal;
import java.time.Instant;

/**
 * A trade's levels, as the chart of the decision day showed prices: splits after it are not in them. Stop and targets may lie
 * on the wrong side of the entry; the trade then closes as soon as it is entered.
 *
 * @param entryLow positive, in the instrument's currency; like the other four
 * @param entryHigh not below {@code entryLow}
 * @param stop where the idea is wrong
 * @param targetConservative the nearer target
 * @param targetAggressive the farther one
 * @param expiresAt a limit order that no bar filled which opened before this is withdrawn
 * @param horizonBars how many bars the trade is held at most, the one of the fill included; at least 1
 */
public record Idea(
        BigDecimal entryLow,
        BigDecimal entryHigh,
        BigDecimal stop,
        BigDecimal targetConservative,
        BigDecimal targetAggressive,
        Instant expiresAt,
        int horizonBars) {
    public Idea {
        if (entryLow.signum() <= 0 || entryHigh.compareTo(entryLow) < 0) {
            throw new IllegalArgumentException("an entry range ascends from a positive low, was "
                    + entryLow.toPlainString() + " to " + entryHigh.toPlainString());
        }
        if (horizonBars < 1) {
            throw new IllegalArgumentException("a trade is held for at least one bar, was " + horizonBars);
        }
    }
}
