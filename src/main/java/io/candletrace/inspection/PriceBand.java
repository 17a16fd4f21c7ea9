package io.candletrace.inspection;

import io.candletrace.market.Bar;
import java.math.BigDecimal;

/**
 * Prices from one to another.
 *
 * @param low inclusive
 * @param high inclusive, not below {@code low}
 */
record PriceBand(BigDecimal low, BigDecimal high) {
    static PriceBand of(Bar bar) {
        return new PriceBand(bar.low(), bar.high());
    }

    static PriceBand of(BigDecimal price) {
        return new PriceBand(price, price);
    }

    PriceBand with(PriceBand other) {
        return new PriceBand(low.min(other.low), high.max(other.high));
    }

    /** How far a price is outside, on whichever side; negative inside. */
    double distanceTo(BigDecimal price) {
        return Math.max(Usual.distance(price, low), Usual.distance(high, price));
    }
}
