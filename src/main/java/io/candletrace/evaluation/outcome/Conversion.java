package io.candletrace.evaluation.outcome;

import java.math.BigDecimal;
import java.math.MathContext;

/**
 * Brings prices of the bars into other terms.
 *
 * @param times what they are multiplied by
 * @param by what they are divided by then; without a rest for prices that were multiplied by it
 */
record Conversion(BigDecimal times, BigDecimal by) {
    private static final MathContext DIGITS = MathContext.DECIMAL128;

    BigDecimal price(BigDecimal ofBar) {
        return ofBar.multiply(times).divide(by, DIGITS);
    }
}
