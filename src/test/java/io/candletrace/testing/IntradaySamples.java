package io.candletrace.testing;

import io.candletrace.market.Adjustment;
import io.candletrace.market.Bar;
import io.candletrace.market.BarSeries;
import io.candletrace.market.Finding;
import io.candletrace.market.Instrument;
import io.candletrace.market.Session;
import io.candletrace.market.Symbol;
import io.candletrace.market.Timeframe;
import io.candletrace.market.TradingCalendar;
import io.candletrace.market.TradingCalendars;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.Random;

/** Series of bars shorter than a session, made up from a seed. */
public final class IntradaySamples {
    private IntradaySamples() {}

    /** {@code SPY} in New York; the newest bar is the last one that has closed by this time. */
    public static BarSeries stock(Timeframe timeframe, int count, Instant asOf, Finding... findings) {
        var spy = instrument("SPY", "ARCX", "USD", TradingCalendars.XNYS);
        return series(spy, timeframe, count, asOf, List.of(findings));
    }

    /** {@code BTC-USDT}, which trades around the clock; the newest bar is the last one that has closed by this time. */
    public static BarSeries crypto(Timeframe timeframe, int count, Instant asOf) {
        var bitcoin = instrument("BTC-USDT", "BINANCE", "USDT", TradingCalendars.ALWAYS_OPEN);
        return series(bitcoin, timeframe, count, asOf, List.of());
    }

    private static Instrument instrument(String symbol, String exchange, String currency, TradingCalendar calendar) {
        return new Instrument(
                new Symbol(symbol), exchange, OptionalLong.empty(), currency, calendar, new BigDecimal("0.01"));
    }

    private static BarSeries series(
            Instrument instrument, Timeframe timeframe, int count, Instant asOf, List<Finding> findings) {
        var calendar = instrument.calendar();
        var period = calendar.back(timeframe, calendar.lastClosed(timeframe, asOf), count - 1);
        var random = new Random(42);
        var bars = new ArrayList<Bar>();
        var price = 500.0;
        for (int i = 0; i < count; i++) {
            var open = price * (1 + random.nextGaussian() * 0.0008);
            price = open * (1 + random.nextGaussian() * 0.003 + 0.0001);
            bars.add(bar(period, open, price, Math.abs(random.nextGaussian())));
            period = calendar.next(timeframe, period);
        }
        return new BarSeries(instrument, timeframe, "csv", Adjustment.RAW, asOf, bars, findings);
    }

    private static Bar bar(Session period, double open, double close, double restlessness) {
        return new Bar(
                period.date(),
                period.opensAt(),
                period.closesAt(),
                cents(open),
                cents(Math.max(open, close) * (1 + restlessness * 0.0015)),
                cents(Math.min(open, close) * (1 - restlessness * 0.0015)),
                cents(close),
                BigDecimal.valueOf(100_000 + Math.round(restlessness * 900_000)));
    }

    private static BigDecimal cents(double value) {
        return BigDecimal.valueOf(value).setScale(2, RoundingMode.HALF_UP);
    }
}
