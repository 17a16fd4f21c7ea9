package io.candletrace.inspection;

import io.candletrace.market.Bar;
import io.candletrace.market.Finding;
import io.candletrace.market.Session;
import io.candletrace.market.Timeframe;
import io.candletrace.market.TradingCalendar;
import io.candletrace.market.TradingCalendars;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Bars of a New York share that costs about 100 and to which nothing happens, and what a test lets happen to it. */
final class CalmBars {
    static final TradingCalendar CALENDAR = TradingCalendars.XNYS;

    private static final LocalDate FIRST = LocalDate.of(2021, 3, 1);
    private static final double USUAL_VOLUME = 1_000_000;

    private CalmBars() {}

    /** Ranges of about two percent, about a million shares a day. */
    static List<Bar> daily(int count) {
        return of(Timeframe.DAILY, count);
    }

    static List<Bar> of(Timeframe timeframe, int count) {
        var random = new Random(7);
        var first = CALENDAR.session(FIRST).orElseThrow();
        var period = CALENDAR.periodAt(timeframe, first.opensAt()).orElseThrow();
        var bars = new ArrayList<Bar>();
        for (var i = 0; i < count; i++) {
            bars.add(bar(period, random));
            period = CALENDAR.next(timeframe, period);
        }
        return bars;
    }

    /** With prices and volumes multiplied from a bar on. */
    static List<Bar> scaled(List<Bar> bars, int from, double price, double volume) {
        return Stream.concat(
                        bars.subList(0, from).stream(),
                        bars.subList(from, bars.size()).stream().map(bar -> scaled(bar, price, volume)))
                .toList();
    }

    /** With the volume of one bar multiplied. */
    static List<Bar> rushed(List<Bar> bars, int index, double volume) {
        return replaced(bars, index, scaled(bars.get(index), 1, volume));
    }

    /** With other prices of one bar. */
    static List<Bar> priced(List<Bar> bars, int index, double... openHighLowClose) {
        return replaced(
                bars, index, bar(bars.get(index).period(), bars.get(index).volume(), openHighLowClose));
    }

    /** Without one bar. */
    static List<Bar> without(List<Bar> bars, int from, int to) {
        return Stream.concat(bars.subList(0, from).stream(), bars.subList(to, bars.size()).stream())
                .toList();
    }

    static Bar scaled(Bar bar, double price, double volume) {
        return bar(
                bar.period(),
                rounded(bar.volume().doubleValue() * volume),
                bar.open().doubleValue() * price,
                bar.high().doubleValue() * price,
                bar.low().doubleValue() * price,
                bar.close().doubleValue() * price);
    }

    /** Code and date of each, as {@code GAP 2021-03-17}. */
    static List<String> words(List<Finding> findings) {
        return findings.stream()
                .map(finding -> finding.code() + " " + finding.sessionDate())
                .toList();
    }

    private static List<Bar> replaced(List<Bar> bars, int index, Bar replacement) {
        return IntStream.range(0, bars.size())
                .mapToObj(i -> i == index ? replacement : bars.get(i))
                .toList();
    }

    private static Bar bar(Session period, Random random) {
        double open = 100 + random.nextGaussian() / 2;
        double close = 100 + random.nextGaussian() / 2;
        double high = Math.max(open, close) + random.nextDouble();
        double low = Math.min(open, close) - random.nextDouble();
        return bar(period, rounded(USUAL_VOLUME * Math.exp(random.nextGaussian() / 4)), open, high, low, close);
    }

    private static Bar bar(Session period, BigDecimal volume, double... openHighLowClose) {
        return new Bar(
                period.date(),
                period.opensAt(),
                period.closesAt(),
                rounded(openHighLowClose[0]),
                rounded(openHighLowClose[1]),
                rounded(openHighLowClose[2]),
                rounded(openHighLowClose[3]),
                volume);
    }

    private static BigDecimal rounded(double value) {
        return BigDecimal.valueOf(value).setScale(4, RoundingMode.HALF_UP);
    }
}
