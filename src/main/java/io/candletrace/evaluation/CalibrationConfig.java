package io.candletrace.evaluation;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.math.BigDecimal;
import java.time.Duration;

/** When it is told what stated confidences were worth. */
@ConfigMapping(prefix = "candletrace.evaluation.calibration")
public interface CalibrationConfig {
    /** How often each replica looks for models whose outcomes are enough for a map. Shorter asks the database more often. */
    @WithDefault("10m")
    Duration tick();

    /**
     * How many outcomes a map rests on at least, 30 to 1000000: of 200 a rate is known to 7 points, where stated and true are up to 40
     * apart. More come later and are surer.
     */
    @WithDefault("200")
    @Min(30)
    @Max(1_000_000)
    int least();

    /** On how many days their decisions lie at least, 1 to 10000: those of one day rise and fall together. More come later. */
    @WithDefault("30")
    @Min(1)
    @Max(10_000)
    int leastDays();

    /** By what share outcomes must have become more for the next version, 0.01 to 10. Less makes more versions. */
    @WithDefault("0.1")
    @DecimalMin("0.01")
    @DecimalMax("10")
    BigDecimal growth();
}
