package io.candletrace.testing;

import io.candletrace.chart.ChartConfig;
import io.candletrace.chart.Theme;

/** Chart configuration, given by hand. */
public record ChartSettings(int widthPx, int heightPx, Theme theme, double quality) implements ChartConfig {
    /** As the service comes. */
    public static final ChartSettings DEFAULT = new ChartSettings(1280, 960, Theme.LIGHT, 0.85);
}
