package io.candletrace.analysis;

/** What an analyst recommends. SELL is a short-side view, not "close a long". */
public enum Recommendation {
    BUY,
    SELL,
    HOLD
}
