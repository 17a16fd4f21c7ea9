package io.candletrace.evaluation;

import io.candletrace.evaluation.outcome.EntryRule;
import io.candletrace.evaluation.outcome.TargetRule;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;

/** How predictions are held against bars. */
@ConfigMapping(prefix = "candletrace.evaluation")
public interface EvaluationConfig {
    /** How often each replica looks for predictions whose bars have closed. Shorter asks the database more often. */
    @WithDefault("10s")
    Duration tick();

    /** After how many bars of its timeframe a prediction is looked at, ascending. More cost rows. */
    @WithDefault("1,3,5,10,20")
    @NotEmpty
    List<@Min(1) @Max(1000) Integer> horizons();

    /**
     * How long after its {@code as_of} a prediction counts as made when its {@code as_of} was given, by a request, a backfill or a
     * feed whose history ends. Longer moves entries to later bars.
     */
    @WithDefault("1m")
    Duration latency();

    /** How simulated trades are entered: {@code market} or {@code limit-in-range}. */
    @WithDefault("market")
    EntryRule entry();

    /** Which target closes simulated trades: {@code conservative} or {@code aggressive}. */
    @WithDefault("conservative")
    TargetRule target();

    /** Round-trip cost of a simulated trade as a share of its entry price. */
    @WithDefault("0.001")
    @DecimalMin("0")
    @DecimalMax("0.5")
    BigDecimal costRate();

    /** How long nobody looks again at predictions whose bars are not there, or could not be used. */
    @WithDefault("6h")
    Duration lookAgainAfter();

    /** How many predictions of one series are resolved at a time, 1 to 20000. More take more memory and fewer fetches. */
    @WithDefault("2000")
    @Min(1)
    @Max(20_000)
    int batch();
}
