package io.candletrace.evaluation.outcome;

import io.candletrace.market.Bar;
import java.math.BigDecimal;

/**
 * A bar as one side of a trade sees it: in the decision day's terms and, for a SHORT, negated. So the higher price is always
 * the better one to leave at and the worse one to enter at, and both sides are simulated by the same rules.
 *
 * @param open its first price
 * @param best its high, or a SHORT's low
 * @param worst its low, or a SHORT's high
 * @param close its last price
 */
record SidedBar(BigDecimal open, BigDecimal best, BigDecimal worst, BigDecimal close) {

    static SidedBar of(Bar bar, Conversion conversion, Direction side) {
        var high = sided(bar.high(), conversion, side);
        var low = sided(bar.low(), conversion, side);
        return new SidedBar(
                sided(bar.open(), conversion, side),
                high.max(low),
                high.min(low),
                sided(bar.close(), conversion, side));
    }

    private static BigDecimal sided(BigDecimal price, Conversion conversion, Direction side) {
        var converted = conversion.price(price);
        return side == Direction.SHORT ? converted.negate() : converted;
    }

    /** What is known to come after it fell to a price below its open: its low, but not its high. */
    SidedBar since(BigDecimal price) {
        return new SidedBar(price, price.max(close), worst, close);
    }
}
