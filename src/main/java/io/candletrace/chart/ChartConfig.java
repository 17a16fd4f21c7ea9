package io.candletrace.chart;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

/** How charts are drawn when a strategy does not say. */
@ConfigMapping(prefix = "candletrace.chart")
public interface ChartConfig {
    /**
     * Width of the picture in px, 800 to 2560. The default and its height fit two by two tiles of 512 px once a vendor has
     * scaled the shorter side to 768 px; a larger picture costs more tokens or is scaled down.
     */
    @WithDefault("1280")
    @Min(800)
    @Max(2560)
    int widthPx();

    /** Height of the picture in px, 600 to 2560. A larger one costs as {@link #widthPx} says. */
    @WithDefault("960")
    @Min(600)
    @Max(2560)
    int heightPx();

    /** Colours: {@code light} or {@code dark}. */
    @WithDefault("light")
    Theme theme();

    /** JPEG quality, 0.5 to 1. A higher one makes larger files: 0.9 a fifth more bytes than 0.85. */
    @WithDefault("0.85")
    @DecimalMin("0.5")
    @DecimalMax("1.0")
    double quality();
}
