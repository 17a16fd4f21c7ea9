package io.candletrace.evaluation.outcome;

/** How a simulated trade is entered. */
public enum EntryRule {
    /**
     * At the open of the entry bar, wherever that is. The entry range and the expiry do not matter. When it is at or beyond the
     * stop or the target, the trade closes there at once.
     */
    MARKET,

    /**
     * By a limit order at the worse edge of the entry range, from the entry bar on, in bars that open before the expiry. A LONG
     * is filled at the open when that is in the range; at the high edge when the bar opens above the range and falls to it; and
     * at the open, which is a better price, when that is below the range. A SHORT is its mirror image. When the price of the
     * fill would be at or beyond the stop, the idea was wrong before anybody had entered it: the order is withdrawn.
     */
    LIMIT_IN_RANGE
}
