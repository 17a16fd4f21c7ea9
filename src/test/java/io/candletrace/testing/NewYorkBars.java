package io.candletrace.testing;

import io.candletrace.market.Bar;
import io.candletrace.market.Session;
import io.candletrace.market.Timeframe;
import io.candletrace.market.TradingCalendar;
import io.candletrace.market.TradingCalendars;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntToDoubleFunction;

/** Bars on New York's calendar whose closes are known in advance. */
public final class NewYorkBars {
    private static final TradingCalendar CALENDAR = TradingCalendars.XNYS;

    private NewYorkBars() {}

    /** Daily bars from a session to another, inclusive, that rise by a cent a session from 100. */
    public static List<Bar> daily(String first, String last) {
        return daily(first, last, i -> 100 + i / 100.0);
    }

    /** Daily bars from a session to another, inclusive, whose closes are a function of their place. */
    public static List<Bar> daily(String first, String last, IntToDoubleFunction close) {
        return bars(Timeframe.DAILY, CALENDAR.session(LocalDate.parse(first)).orElseThrow(), last, close);
    }

    /** Half hours of the sessions from one to another, inclusive, that rise by a cent a bar from 100. */
    public static List<Bar> halfHours(String first, String last) {
        var open = CALENDAR.session(LocalDate.parse(first)).orElseThrow().opensAt();
        var period = CALENDAR.periodAt(Timeframe.THIRTY_MINUTES, open).orElseThrow();
        return bars(Timeframe.THIRTY_MINUTES, period, last, i -> 100 + i / 100.0);
    }

    private static List<Bar> bars(Timeframe timeframe, Session first, String last, IntToDoubleFunction close) {
        var bars = new ArrayList<Bar>();
        var period = first;
        while (!period.date().isAfter(LocalDate.parse(last))) {
            bars.add(bar(period, close.applyAsDouble(bars.size())));
            period = CALENDAR.next(timeframe, period);
        }
        return bars;
    }

    /** A quiet bar around a close. */
    private static Bar bar(Session period, double close) {
        var price = BigDecimal.valueOf(Math.round(close * 100), 2);
        var reach = new BigDecimal("0.50").min(price.movePointLeft(2));
        return new Bar(
                period.date(),
                period.opensAt(),
                period.closesAt(),
                price,
                price.add(reach),
                price.subtract(reach),
                price,
                BigDecimal.valueOf(1_000_000));
    }
}
