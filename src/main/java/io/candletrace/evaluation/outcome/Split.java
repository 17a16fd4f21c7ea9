package io.candletrace.evaluation.outcome;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * A known split.
 *
 * @param exDate first session that trades in new shares
 * @param ratio new shares for an old one: 4, or 0.125 for a reverse one; positive
 */
public record Split(LocalDate exDate, BigDecimal ratio) {
    public Split {
        if (ratio.signum() <= 0) {
            throw new IllegalArgumentException("a split's ratio is positive, was " + ratio.toPlainString());
        }
    }
}
