package io.candletrace.analysis;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * Where to enter, stop and take profit, in the instrument's currency. It may be nonsense: {@link #sane} tells.
 *
 * @param side BUY or SELL
 * @param entry where to enter
 * @param stopLoss where the idea is wrong
 * @param nearTarget where to take profit first
 * @param farTarget where to take the rest
 */
public record TradePlan(
        Recommendation side, PriceRange entry, BigDecimal stopLoss, BigDecimal nearTarget, BigDecimal farTarget) {
    private static final int DECIMALS_OF_R = 2;

    public TradePlan {
        if (side == Recommendation.HOLD) {
            throw new IllegalArgumentException("a plan is to buy or to sell, was to hold");
        }
    }

    /** The same with other targets, the nearer first. */
    public TradePlan withTargets(BigDecimal near, BigDecimal far) {
        return new TradePlan(side, entry, stopLoss, near, far);
    }

    /** Whether the stop is on the losing side of the whole entry range and both targets on the winning one, in order. */
    public boolean sane() {
        return stopLoss.signum() > 0
                && nearTarget.signum() > 0
                && farTarget.signum() > 0
                && loses(stopLoss)
                && wins(nearTarget)
                && gain(farTarget).compareTo(gain(nearTarget)) >= 0;
    }

    /** Whether a price is beyond the entry range on the losing side. */
    public boolean loses(BigDecimal price) {
        return buys() ? price.compareTo(entry.low()) < 0 : price.compareTo(entry.high()) > 0;
    }

    /** Whether a price is beyond the entry range on the winning side. */
    public boolean wins(BigDecimal price) {
        return gain(price).signum() > 0;
    }

    /** Reward over risk of a target, both from the worst edge of the entry range; two decimals. The plan must be sane. */
    public BigDecimal rMultiple(BigDecimal target) {
        return gain(target).divide(gain(stopLoss).negate(), DECIMALS_OF_R, RoundingMode.HALF_UP);
    }

    /** What is won, from the worst edge of the entry range, when the price gets there. */
    private BigDecimal gain(BigDecimal price) {
        return buys() ? price.subtract(entry.high()) : entry.low().subtract(price);
    }

    private boolean buys() {
        return side == Recommendation.BUY;
    }
}
