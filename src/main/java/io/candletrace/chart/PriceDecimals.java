package io.candletrace.chart;

import java.math.BigDecimal;

/** How many decimals show a price of an instrument. */
public final class PriceDecimals {
    /** No price has more. */
    public static final int MOST = 8;

    private static final int DIGITS_BELOW_ONE = 4;

    private PriceDecimals() {}

    /** Those of its tick; below one at least four digits after the leading zeros. */
    public static int of(BigDecimal tick, BigDecimal price) {
        var ofTick = Math.max(0, tick.stripTrailingZeros().scale());
        var digitsBeforePoint = price.precision() - price.scale();
        var wanted = digitsBeforePoint > 0 ? ofTick : Math.max(ofTick, DIGITS_BELOW_ONE - digitsBeforePoint);
        return Math.min(MOST, wanted);
    }
}
