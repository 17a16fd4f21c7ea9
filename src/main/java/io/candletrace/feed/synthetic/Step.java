package io.candletrace.feed.synthetic;

import io.candletrace.market.Bar;
import io.candletrace.market.Session;
import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * What one session of a walk brought, before it is made a bar.
 *
 * @param session when
 * @param noise the session's own
 * @param before log of the previous close
 * @param after log of the close
 * @param volatility deviation of the log return
 * @param volume in units of the instrument
 */
record Step(Session session, Noise noise, double before, double after, double volatility, double volume) {
    private static final int OVERNIGHT = 10;
    private static final int UPPER_WICK = 11;
    private static final int LOWER_WICK = 12;
    private static final BigDecimal LOT = BigDecimal.valueOf(100);

    /** The bar, with prices on whole ticks. */
    Bar bar(BigDecimal tick) {
        double opened = before + 0.35 * volatility * noise.normal(OVERNIGHT);
        double top = Math.max(opened, after) + 0.55 * volatility * Math.abs(noise.normal(UPPER_WICK));
        double bottom = Math.min(opened, after) - 0.55 * volatility * Math.abs(noise.normal(LOWER_WICK));
        return new Bar(
                session.date(),
                session.opensAt(),
                session.closesAt(),
                onTick(opened, tick),
                onTick(top, tick),
                onTick(bottom, tick),
                onTick(after, tick),
                whole(BigDecimal.valueOf(volume), LOT));
    }

    private static BigDecimal onTick(double logarithm, BigDecimal tick) {
        return whole(BigDecimal.valueOf(StrictMath.exp(logarithm)), tick).max(tick);
    }

    private static BigDecimal whole(BigDecimal value, BigDecimal unit) {
        return value.divide(unit, 0, RoundingMode.HALF_UP).multiply(unit);
    }
}
