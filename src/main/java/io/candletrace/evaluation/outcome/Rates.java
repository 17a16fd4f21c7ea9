package io.candletrace.evaluation.outcome;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** How shares of a price are rounded: to 12 decimals, half to even. */
final class Rates {
    private static final int DECIMALS = 12;

    private Rates() {}

    /** A part as a share of a whole. */
    static BigDecimal share(BigDecimal part, BigDecimal whole) {
        return part.divide(whole, DECIMALS, RoundingMode.HALF_EVEN);
    }

    /** By which share a price rose; negative when it fell. */
    static BigDecimal change(BigDecimal from, BigDecimal to) {
        return share(to.subtract(from), from);
    }

    /** The same rate with as many decimals as all have. */
    static BigDecimal rounded(BigDecimal rate) {
        return rate.setScale(DECIMALS, RoundingMode.HALF_EVEN);
    }
}
