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

    static SidedBar of(Bar bar, BigDecimal scale) {
        var high = bar.high().multiply(scale);
        var low = bar.low().multiply(scale);
        return new SidedBar(
                bar.open().multiply(scale),
                high.max(low),
                high.min(low),
                bar.close().multiply(scale));
    }

    /** What is known to come after it fell to a price below its open: its low, but not its high. */
    SidedBar since(BigDecimal price) {
        return new SidedBar(price, price.max(close), worst, close);
    }
}
