package io.candletrace.evaluation.outcome;

import java.util.Locale;

/** Where the close was to its average of 200 bars, and how wide the ranges were among the latest 250. */
public enum Regime {
    ABOVE_SMA200_LOW_ATR,
    ABOVE_SMA200_MIDDLE_ATR,
    ABOVE_SMA200_HIGH_ATR,
    BELOW_SMA200_LOW_ATR,
    BELOW_SMA200_MIDDLE_ATR,
    BELOW_SMA200_HIGH_ATR,
    /** The history is too short to tell. */
    UNKNOWN;

    /** As tables and answers spell it: {@code above_sma200_low_atr}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
