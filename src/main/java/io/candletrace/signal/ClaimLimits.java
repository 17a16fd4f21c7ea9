package io.candletrace.signal;

/**
 * How many failed claims an analysis may have.
 *
 * @param most more of them turn its BUY or SELL into HOLD; whatever it says, a stop or a target on the wrong side does so too
 * @param unweakened more of them multiply its confidence by passed / (passed + failed), rounded to 4 decimals
 */
public record ClaimLimits(int most, int unweakened) {
    /** What a strategy that says nothing gets: two failures at most, each weakens. */
    public static final ClaimLimits DEFAULT = new ClaimLimits(2, 0);
}
