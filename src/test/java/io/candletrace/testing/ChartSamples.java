package io.candletrace.testing;

import io.candletrace.indicator.IndicatedSeries;
import io.candletrace.indicator.Indicator;
import io.candletrace.indicator.IndicatorSpec;
import io.candletrace.indicator.Indicators;
import io.candletrace.market.Adjustment;
import io.candletrace.market.Bar;
import io.candletrace.market.BarSeries;
import io.candletrace.market.Finding;
import io.candletrace.market.Instrument;
import io.candletrace.market.Symbol;
import io.candletrace.market.Timeframe;
import io.candletrace.market.TradingCalendars;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.Random;

/** Series to draw: made up from a seed, with every indicator there is. */
public final class ChartSamples {
    /** What CHART's default picture shows. */
    public static final IndicatorSpec USUAL = new IndicatorSpec(List.of(
            new Indicator.Sma(List.of(20, 50, 200)),
            new Indicator.BollingerBands(20, BigDecimal.TWO),
            new Indicator.SuperTrend(10, BigDecimal.valueOf(3)),
            new Indicator.Macd(12, 26, 9),
            new Indicator.Rsi(14)));

    /** {@link #USUAL} and what has a pane of its own on request. */
    public static final IndicatorSpec ALL = new IndicatorSpec(List.of(
            new Indicator.Sma(List.of(20, 50, 200)),
            new Indicator.Ema(List.of(9)),
            new Indicator.BollingerBands(20, BigDecimal.TWO),
            new Indicator.SuperTrend(10, BigDecimal.valueOf(3)),
            new Indicator.Macd(12, 26, 9),
            new Indicator.Rsi(14),
            new Indicator.Atr(14),
            new Indicator.Obv(),
            new Indicator.Adx(14),
            new Indicator.Stochastic(14, 3, 3)));

    /** No indicators at all. */
    public static final IndicatorSpec NONE = new IndicatorSpec(List.of());

    private static final LocalDate START = LocalDate.of(2023, 1, 3);

    private ChartSamples() {}

    /** A seeded walk of daily bars about a price, labelled as real so that no watermark lies over it. */
    public static List<Bar> walk(int count, double price, int decimals) {
        var random = new Random(42);
        var bars = new ArrayList<Bar>();
        var close = price;
        for (int i = 0; i < count; i++) {
            var open = close * (1 + random.nextGaussian() * 0.004);
            close = open * (1 + random.nextGaussian() * 0.013 + 0.0004);
            var high = Math.max(open, close) * (1 + Math.abs(random.nextGaussian()) * 0.006);
            var low = Math.min(open, close) * (1 - Math.abs(random.nextGaussian()) * 0.006);
            bars.add(bar(i, decimals, open, high, low, close));
        }
        return bars;
    }

    /** Bars that never move. */
    public static List<Bar> flat(int count, double price, int decimals) {
        var bars = new ArrayList<Bar>();
        for (int i = 0; i < count; i++) {
            bars.add(bar(i, decimals, price, price, price, price));
        }
        return bars;
    }

    /** The n-th daily bar, crypto style: every day is a session. */
    public static Bar bar(int index, int decimals, double open, double high, double low, double close) {
        var session =
                TradingCalendars.ALWAYS_OPEN.session(START.plusDays(index)).orElseThrow();
        return new Bar(
                session.date(),
                session.opensAt(),
                session.closesAt(),
                rounded(open, decimals),
                rounded(high, decimals),
                rounded(low, decimals),
                rounded(close, decimals),
                BigDecimal.valueOf(1_000_000L + (index * 7_919_000L) % 5_000_000L));
    }

    /** A series of these bars with its indicators; the newest ones are shown. */
    public static IndicatedSeries of(List<Bar> bars, IndicatorSpec spec, int displayed, Finding... findings) {
        return Indicators.compute(series(bars, "csv", findings), spec, displayed);
    }

    /** The same, but its source is made up. */
    public static IndicatedSeries synthetic(List<Bar> bars, IndicatorSpec spec, int displayed) {
        return Indicators.compute(series(bars, BarSeries.SYNTHETIC), spec, displayed);
    }

    private static BarSeries series(List<Bar> bars, String source, Finding... findings) {
        var decimals = bars.stream().mapToInt(bar -> bar.close().scale()).max().orElse(0);
        var instrument = new Instrument(
                new Symbol("BTC-USD"),
                "SAMPLE",
                OptionalLong.empty(),
                "USD",
                TradingCalendars.ALWAYS_OPEN,
                BigDecimal.ONE.movePointLeft(Math.max(2, decimals)));
        return new BarSeries(
                instrument,
                Timeframe.DAILY,
                source,
                Adjustment.RAW,
                bars.getLast().closesAt(),
                bars,
                List.of(findings));
    }

    private static BigDecimal rounded(double value, int decimals) {
        return BigDecimal.valueOf(value).setScale(decimals, RoundingMode.HALF_UP);
    }
}
