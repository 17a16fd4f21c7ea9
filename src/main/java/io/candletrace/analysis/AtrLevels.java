package io.candletrace.analysis;

import io.candletrace.indicator.Indicator;
import io.candletrace.indicator.IndicatorSpec;
import io.candletrace.indicator.Indicators;
import io.candletrace.market.BarSeries;
import io.candletrace.market.Instrument;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * Levels by the average true range: enter a quarter of it around the close, stop two of it away, take profit at 1.5 and 3
 * times the risk from the worst edge of the entry range. Every price is a multiple of the tick and at least one tick.
 *
 * @param side BUY or SELL
 * @param instrument whose tick prices are rounded to
 * @param atr in the instrument's currency, not negative
 */
public record AtrLevels(Recommendation side, Instrument instrument, BigDecimal atr) {
    private static final BigDecimal ENTRY_ATRS = new BigDecimal("0.25");
    private static final BigDecimal STOP_ATRS = new BigDecimal("2");
    private static final BigDecimal NEAR_R = new BigDecimal("1.5");
    private static final BigDecimal FAR_R = new BigDecimal("3");
    private static final IndicatorSpec ATR = new IndicatorSpec(List.of(new Indicator.Atr(14)));

    /** The ATR(14) at the newest bar, in the instrument's currency; empty when history is too short. */
    public static Optional<BigDecimal> atr(BarSeries series) {
        return Indicators.compute(series, ATR, 1)
                .values("ATR")
                .map(values -> values.line(0).last())
                .filter(value -> !Double.isNaN(value))
                .map(BigDecimal::valueOf);
    }

    /** All levels around a close; not sane when the ATR is less than what the tick can show. */
    public TradePlan plan(BigDecimal close) {
        var entry = entry(close);
        return plan(entry, stop(entry));
    }

    /** The targets that go with an entry range and a stop on its losing side. */
    public TradePlan plan(PriceRange entry, BigDecimal stop) {
        return new TradePlan(side, entry, stop, target(entry, stop, NEAR_R), target(entry, stop, FAR_R));
    }

    /** A quarter of the ATR to either side. */
    public PriceRange entry(BigDecimal close) {
        var reach = atr.multiply(ENTRY_ATRS);
        return new PriceRange(instrument.toTick(close.subtract(reach)), instrument.toTick(close.add(reach)));
    }

    /** Two ATRs from the middle of the entry range, on the losing side. */
    public BigDecimal stop(PriceRange entry) {
        var middle = entry.low().add(entry.high()).divide(BigDecimal.TWO);
        return instrument.toTick(middle.subtract(toWin(atr.multiply(STOP_ATRS))));
    }

    private BigDecimal target(PriceRange entry, BigDecimal stop, BigDecimal times) {
        var worst = side == Recommendation.BUY ? entry.high() : entry.low();
        var risk = worst.subtract(stop).abs();
        return instrument.toTick(worst.add(toWin(risk.multiply(times))));
    }

    private BigDecimal toWin(BigDecimal distance) {
        return side == Recommendation.BUY ? distance : distance.negate();
    }
}
