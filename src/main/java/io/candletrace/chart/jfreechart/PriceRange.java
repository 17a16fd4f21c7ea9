package io.candletrace.chart.jfreechart;

import io.candletrace.market.Bar;
import io.candletrace.market.PriceScale;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleBinaryOperator;

/**
 * Which prices the price axis covers: every wick with a small margin, and as much of the overlays as does not flatten the
 * candles.
 */
final class PriceRange {
    private static final double MARGIN = 0.04;
    private static final double FLAG_MARGIN = 0.09;
    private static final double OVERLAY_SHARE = 0.2;
    private static final double FLAT = 0.002;
    private static final int FLAT_TICKS = 8;

    private final boolean logarithmic;
    private final double low;
    private final double high;
    private final double tick;

    PriceRange(List<Bar> bars, PriceScale scale, BigDecimal tick) {
        this.logarithmic = scale == PriceScale.LOG;
        this.low =
                bars.stream().mapToDouble(bar -> bar.low().doubleValue()).min().orElseThrow();
        this.high =
                bars.stream().mapToDouble(bar -> bar.high().doubleValue()).max().orElseThrow();
        this.tick = tick.doubleValue();
    }

    /**
     * The axis for these overlays.
     *
     * @param flagged whether marks need room above the highest wick
     */
    ValueScale scale(List<double[]> overlays, boolean flagged, NumberStyle style) {
        var span = Math.max(level(high) - level(low), flatSpan());
        var centre = (level(high) + level(low)) / 2;
        var bottom = Math.min(level(low), centre - span / 2);
        var top = Math.max(level(high), centre + span / 2);
        bottom = Math.clamp(extreme(overlays, Math::min, bottom), bottom - OVERLAY_SHARE * span, bottom);
        top = Math.clamp(extreme(overlays, Math::max, top), top, top + OVERLAY_SHARE * span);
        var lower = price(bottom - MARGIN * (top - bottom));
        var upper = price(top + (flagged ? FLAG_MARGIN : MARGIN) * (top - bottom));
        return axis(logarithmic ? lower : Math.max(0, lower), upper, style);
    }

    private ValueScale axis(double lower, double upper, NumberStyle style) {
        return logarithmic
                ? new ValueScale(lower, upper, true, n -> TickValues.logarithmic(lower, upper, n, tick), style)
                : new ValueScale(lower, upper, false, n -> TickValues.between(lower, upper, n, tick), style);
    }

    /** What a series that never moved is given, so that it has an axis at all. */
    private double flatSpan() {
        var prices = Math.max(high * FLAT, Math.min(FLAT_TICKS * tick, high));
        return logarithmic ? Math.log((high + prices) / high) : prices;
    }

    private double extreme(List<double[]> overlays, DoubleBinaryOperator which, double otherwise) {
        return overlays.stream()
                .flatMapToDouble(Arrays::stream)
                .filter(value -> !Double.isNaN(value) && (!logarithmic || value > 0))
                .map(this::level)
                .reduce(otherwise, which);
    }

    private double level(double price) {
        return logarithmic ? Math.log(price) : price;
    }

    private double price(double level) {
        return logarithmic ? Math.exp(level) : level;
    }
}
