package io.candletrace.analysis;

/** Where an analyst sees the market going. */
public enum Trend {
    BULLISH,
    BEARISH,
    NEUTRAL
}
