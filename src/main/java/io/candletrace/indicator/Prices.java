package io.candletrace.indicator;

import io.candletrace.market.Bar;
import io.candletrace.market.BarSeries;
import java.math.BigDecimal;
import java.util.function.Function;

/** A series' columns as the arrays that TA-Lib reads; never written to. */
final class Prices {
    private final double[] high;
    private final double[] low;
    private final double[] close;
    private final double[] volume;

    private Prices(double[] high, double[] low, double[] close, double[] volume) {
        this.high = high;
        this.low = low;
        this.close = close;
        this.volume = volume;
    }

    static Prices of(BarSeries series) {
        return new Prices(
                column(series, Bar::high),
                column(series, Bar::low),
                column(series, Bar::close),
                column(series, Bar::volume));
    }

    int size() {
        return close.length;
    }

    double[] high() {
        return high;
    }

    double[] low() {
        return low;
    }

    double[] close() {
        return close;
    }

    double[] volume() {
        return volume;
    }

    private static double[] column(BarSeries series, Function<Bar, BigDecimal> column) {
        return series.bars().stream()
                .map(column)
                .mapToDouble(BigDecimal::doubleValue)
                .toArray();
    }
}
