package io.candletrace.analysis;

import java.math.BigDecimal;

/**
 * A range of prices.
 *
 * @param low positive, in the instrument's currency
 * @param high not below {@code low}
 */
public record PriceRange(BigDecimal low, BigDecimal high) {
    public PriceRange {
        if (low.signum() <= 0 || high.compareTo(low) < 0) {
            throw new IllegalArgumentException("a price range ascends from a positive low, was " + low + " to " + high);
        }
    }
}
