package io.candletrace.chart;

/** The picture's colours. */
public enum Theme {
    LIGHT,
    DARK
}
