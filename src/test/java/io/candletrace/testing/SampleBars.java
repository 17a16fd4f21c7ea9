package io.candletrace.testing;

import io.candletrace.market.Adjustment;
import io.candletrace.market.AlwaysOpenCalendar;
import io.candletrace.market.Bar;
import io.candletrace.market.BarSeries;
import io.candletrace.market.Instrument;
import io.candletrace.market.Symbol;
import io.candletrace.market.Timeframe;
import io.candletrace.market.TradingCalendar;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/** Series whose shape is known in advance. The first bar is that of Monday 2024-01-01 unless said otherwise. */
public final class SampleBars {
    /** The session of the first bar. */
    public static final LocalDate FIRST = LocalDate.of(2024, 1, 1);

    private static final TradingCalendar CALENDAR = new AlwaysOpenCalendar();
    private static final BigDecimal VOLUME = BigDecimal.valueOf(1_000_000);
    private static final double HALF_RANGE = 0.5;

    private SampleBars() {}

    /** {@code TEST}, in dollars, with a tick of a cent, traded around the clock. */
    public static Instrument instrument() {
        return instrument("0.01");
    }

    /** {@code TEST} with another tick. */
    public static Instrument instrument(String tickSize) {
        return new Instrument(
                new Symbol("TEST"), "XTST", OptionalLong.empty(), "USD", CALENDAR, new BigDecimal(tickSize));
    }

    /** Every close is 100. */
    public static BarSeries flat(int bars) {
        return daily(bars, i -> 100);
    }

    /** From 100 upwards, 1 a bar. */
    public static BarSeries rising(int bars) {
        return daily(bars, i -> 100 + i);
    }

    /** Down to 100, 1 a bar. */
    public static BarSeries falling(int bars) {
        return daily(bars, i -> 100 + bars - 1 - i);
    }

    /** Around 100, 10 up and down, a wave every 40 bars; begins at 100 on the way up. */
    public static BarSeries wave(int bars) {
        return daily(bars, i -> 100 + 10 * Math.sin(2 * Math.PI * i / 40));
    }

    /** Daily bars with these closes; each opens at the close before it and reaches half a dollar beyond both. */
    public static BarSeries ofCloses(double... closes) {
        return daily(closes.length, i -> closes[i]);
    }

    /** Daily bars whose closes are a function of the bar's index. */
    public static BarSeries daily(int bars, IntToDoubleFunction close) {
        return of(instrument(), Timeframe.DAILY, bars, close);
    }

    /** Bars whose closes are a function of the bar's index. */
    public static BarSeries of(Instrument instrument, Timeframe timeframe, int bars, IntToDoubleFunction close) {
        var session = CALENDAR.period(timeframe, FIRST).orElseThrow();
        var made = new ArrayList<Bar>();
        for (var i = 0; i < bars; i++) {
            var open = close.applyAsDouble(Math.max(0, i - 1));
            var end = close.applyAsDouble(i);
            made.add(new Bar(
                    session.date(),
                    session.opensAt(),
                    session.closesAt(),
                    price(open),
                    price(Math.max(open, end) + HALF_RANGE),
                    price(Math.min(open, end) - HALF_RANGE),
                    price(end),
                    VOLUME));
            session = CALENDAR.next(timeframe, session);
        }
        return of(instrument, timeframe, made);
    }

    /** These bars, seen when the last of them closes. */
    public static BarSeries of(Instrument instrument, Timeframe timeframe, List<Bar> bars) {
        return new BarSeries(
                instrument, timeframe, "csv", Adjustment.RAW, bars.getLast().closesAt(), bars, List.of());
    }

    /** Daily bars of highs, lows and closes, one a row. */
    public static BarSeries ofHighLowClose(double[][] rows) {
        return of(
                instrument(),
                Timeframe.DAILY,
                IntStream.range(0, rows.length)
                        .mapToObj(
                                i -> bar(FIRST.plusDays(i), rows[i][2], rows[i][0], rows[i][1], rows[i][2], 1_000_000))
                        .toList());
    }

    /** A daily bar of this date. */
    public static Bar bar(LocalDate date, double open, double high, double low, double close, double volume) {
        var session = CALENDAR.session(date).orElseThrow();
        return new Bar(
                date,
                session.opensAt(),
                session.closesAt(),
                price(open),
                price(high),
                price(low),
                price(close),
                BigDecimal.valueOf(volume));
    }

    private static BigDecimal price(double value) {
        return BigDecimal.valueOf(value).setScale(6, RoundingMode.HALF_UP);
    }
}
