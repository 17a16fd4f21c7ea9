package io.candletrace.signal;

/** What a signal says. SELL is a short-side view, not "close a long". */
public enum SignalType {
    BUY,
    SELL,
    HOLD
}
