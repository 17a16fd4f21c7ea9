package io.candletrace.inspection;

import io.candletrace.market.Bar;
import io.candletrace.market.Finding;
import io.candletrace.market.FindingCode;
import io.candletrace.market.Timeframe;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Looks for prices that neither the bars before nor the bars after come near.
 *
 * <p>On real daily bars the lows of the crash of 2010-05-06 are up to 4 usual ranges below what their neighbours confirm, and
 * wrong ones begin at 6. An open or a close is one trade with the next one following: it needs no such allowance.
 */
record BadTickCheck(Timeframe timeframe, List<Bar> bars) {
    /** Nearer is not worth a word, however calm the market. */
    private static final double MIN_DISTANCE = Math.log(1.1);

    private static final int EXTREME_RANGES = 6;
    private static final int TRADE_RANGES = 3;

    /** So many bars on either side say what is usual, and fewer than so many say nothing. */
    private static final int AROUND = 10;

    private static final int MIN_AROUND = 5;

    /** On either side the nearest bars that are not wild themselves: two bad ones in a row do not confirm each other. */
    private static final int WITNESSES = 2;

    private static final int MAX_AWAY = 5;

    List<Finding> findings() {
        return IntStream.range(0, bars.size())
                .filter(this::isConspicuous)
                .mapToObj(this::finding)
                .flatMap(Optional::stream)
                .toList();
    }

    /** Whether a look at its surroundings is worth while. */
    private boolean isConspicuous(int index) {
        var bar = bars.get(index);
        return Usual.range(bar) >= MIN_DISTANCE
                || index > 0 && Math.abs(Usual.distance(bars.get(index - 1).close(), bar.open())) >= MIN_DISTANCE;
    }

    private Optional<Finding> finding(int index) {
        var around = new ArrayList<>(before(index, AROUND));
        around.addAll(after(index, AROUND));
        if (around.size() < MIN_AROUND) {
            return Optional.empty();
        }
        var usual = new Usual(around);
        return band(index, usual).flatMap(band -> finding(index, band, usual));
    }

    /** What the bars around it confirm. Where there are none, its own first or last trade stands for them. */
    private Optional<PriceBand> band(int index, Usual usual) {
        var bar = bars.get(index);
        var before = index == 0
                ? Optional.of(PriceBand.of(bar.open()))
                : witnessed(before(index, MAX_AWAY).reversed(), usual);
        var after = index == bars.size() - 1
                ? Optional.of(PriceBand.of(bar.close()))
                : witnessed(after(index, MAX_AWAY), usual);
        return before.flatMap(band -> after.map(band::with));
    }

    private static Optional<PriceBand> witnessed(List<Bar> nearestFirst, Usual usual) {
        double wild = Math.max(MIN_DISTANCE, EXTREME_RANGES * usual.range());
        return nearestFirst.stream()
                .filter(bar -> Usual.range(bar) < wild)
                .limit(WITNESSES)
                .map(PriceBand::of)
                .reduce(PriceBand::with);
    }

    private Optional<Finding> finding(int index, PriceBand band, Usual usual) {
        var bar = bars.get(index);
        double unit = Math.max(usual.range(), usual.step(band.low()));
        var wrong = Price.of(bar).stream()
                .filter(price -> band.distanceTo(price.value()) >= Math.max(MIN_DISTANCE, price.ranges() * unit))
                .map(Price::value)
                .toList();
        // The low of a bar that was opened too low is wrong whatever a low is allowed.
        var named = Price.of(bar).stream()
                .filter(price -> wrong.contains(price.value()))
                .toList();
        return named.isEmpty()
                ? Optional.empty()
                : Optional.of(Finding.of(FindingCode.BAD_TICK, bar, timeframe, words(named, band)));
    }

    private static String words(List<Price> wrong, PriceBand band) {
        return wrong.stream().map(Price::name).collect(Collectors.joining(" and "))
                + " should be from " + band.low().toPlainString() + " to "
                + band.high().toPlainString() + " like the bars before and after, "
                + (wrong.size() == 1 ? "was " : "were ")
                + wrong.stream().map(price -> price.value().toPlainString()).collect(Collectors.joining(" and "));
    }

    private List<Bar> before(int index, int count) {
        return bars.subList(Math.max(0, index - count), index);
    }

    private List<Bar> after(int index, int count) {
        return bars.subList(index + 1, Math.min(bars.size(), index + 1 + count));
    }

    private record Price(String name, BigDecimal value, int ranges) {
        static List<Price> of(Bar bar) {
            return List.of(
                    new Price("open", bar.open(), TRADE_RANGES),
                    new Price("high", bar.high(), EXTREME_RANGES),
                    new Price("low", bar.low(), EXTREME_RANGES),
                    new Price("close", bar.close(), TRADE_RANGES));
        }
    }
}
