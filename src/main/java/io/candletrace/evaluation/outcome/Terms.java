package io.candletrace.evaluation.outcome;

import java.math.BigDecimal;
import java.util.List;

/**
 * What is resolved, and how a trade is simulated.
 *
 * @param horizons in bars, positive, ascending, each once; may be empty
 * @param entry how a trade is entered
 * @param target which target closes it
 * @param costRate what entering and leaving cost together, as a share of the entry price; 0.001 is 10 basis points, 0 or more
 */
public record Terms(List<Integer> horizons, EntryRule entry, TargetRule target, BigDecimal costRate) {
    public Terms {
        horizons = List.copyOf(horizons);
        var longest = 0;
        for (var horizon : horizons) {
            if (horizon <= longest) {
                throw new IllegalArgumentException("horizons are positive and ascend, each once, was " + horizons);
            }
            longest = horizon;
        }
        if (costRate.signum() < 0) {
            throw new IllegalArgumentException("a cost is not negative, was " + costRate.toPlainString());
        }
    }
}
