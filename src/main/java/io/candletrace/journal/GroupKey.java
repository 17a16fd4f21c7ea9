package io.candletrace.journal;

import java.util.Locale;

/** What figures can be told apart by. */
public enum GroupKey {
    SYMBOL,
    /** {@code 1d 1w 1mo} and the like. */
    TIMEFRAME,
    /** By name. */
    STRATEGY,
    /** By our name. */
    MODEL,
    /** {@code daily@3}, and {@code daily/de@3} in other languages than English. */
    PROMPT_VERSION,
    /** UTC: {@code 2026-11-20}. */
    DAY,
    /** By id. */
    EXECUTION,
    /** Of an analysis. */
    STATUS;

    /** As users write it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
