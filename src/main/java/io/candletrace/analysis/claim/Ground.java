package io.candletrace.analysis.claim;

import io.candletrace.analysis.AtrLevels;
import io.candletrace.analysis.Claim;
import io.candletrace.analysis.Claim.Kind;
import io.candletrace.analysis.Claim.Result;
import io.candletrace.analysis.ReadingTable;
import io.candletrace.indicator.IndicatedSeries;
import io.candletrace.market.Bar;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.Optional;

/**
 * What claims about prices stand on.
 *
 * @param series what the analyst was shown
 * @param close the last one
 * @param lowest of the shown bars
 * @param highest of the shown bars
 * @param atr ATR(14) at the last bar; empty when history is too short
 * @param readings the table of indicators
 */
record Ground(
        IndicatedSeries series,
        BigDecimal close,
        BigDecimal lowest,
        BigDecimal highest,
        Optional<BigDecimal> atr,
        ReadingTable readings) {
    private static final int MOST_DECIMALS = 8;
    private static final int DECIMALS = 4;
    private static final int DECIMALS_BEYOND_THE_TICK = 2;
    private static final String TOO_SHORT = "cannot be told: the history is too short for ATR(14)";

    static Ground of(IndicatedSeries series) {
        var shown = series.displayedBars();
        return new Ground(
                series,
                series.series().last().close(),
                shown.stream().map(Bar::low).min(Comparator.naturalOrder()).orElseThrow(),
                shown.stream().map(Bar::high).max(Comparator.naturalOrder()).orElseThrow(),
                AtrLevels.atr(series.series()),
                ReadingTable.of(series));
    }

    /** That a price lies in the range of the shown bars, or so many average true ranges outside it. */
    Claim near(String what, BigDecimal price, BigDecimal atrs) {
        return atr.map(range -> range.multiply(atrs))
                .map(reach -> near(what, price, reach, atrs))
                .orElseGet(() -> new Claim(Kind.LEVEL_RANGE, what, TOO_SHORT, plain(price), Result.UNVERIFIED));
    }

    /** That prices lie so many average true ranges around the last close. */
    Claim nearTheClose(String what, BigDecimal low, BigDecimal high, BigDecimal atrs) {
        var found = plain(low) + " to " + plain(high);
        return atr.map(range -> range.multiply(atrs))
                .map(reach -> new Claim(
                        Kind.ENTRY_NEAR,
                        what,
                        "within " + computed(reach) + " (" + plain(atrs) + " ATR(14)) of the last close of "
                                + plain(close),
                        found,
                        result(low.compareTo(close.subtract(reach)) >= 0 && high.compareTo(close.add(reach)) <= 0)))
                .orElseGet(() -> new Claim(Kind.ENTRY_NEAR, what, TOO_SHORT, found, Result.UNVERIFIED));
    }

    private Claim near(String what, BigDecimal price, BigDecimal reach, BigDecimal atrs) {
        var from = lowest.subtract(reach).max(BigDecimal.ZERO);
        var to = highest.add(reach);
        var expected = computed(from) + " to " + computed(to) + " (the shown bars and " + plain(atrs)
                + " ATR(14) around them)";
        return new Claim(
                Kind.LEVEL_RANGE,
                what,
                expected,
                plain(price),
                result(price.compareTo(from) >= 0 && price.compareTo(to) <= 0));
    }

    static Result result(boolean holds) {
        return holds ? Result.PASSED : Result.FAILED;
    }

    /** A price as somebody else gave it. */
    static String plain(BigDecimal number) {
        return rounded(number, MOST_DECIMALS);
    }

    /** A price that was computed, as precise as the table of indicators. */
    String computed(BigDecimal number) {
        var tick = series.series().instrument().tickSize().stripTrailingZeros();
        return rounded(number, Math.max(DECIMALS, tick.scale() + DECIMALS_BEYOND_THE_TICK));
    }

    private static String rounded(BigDecimal number, int decimals) {
        var rounded = number.scale() > decimals ? number.setScale(decimals, RoundingMode.HALF_EVEN) : number;
        return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
    }
}
