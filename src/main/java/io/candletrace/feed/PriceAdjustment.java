package io.candletrace.feed;

import io.candletrace.feed.CorporateAction.Kind;
import io.candletrace.market.Adjustment;
import io.candletrace.market.Bar;
import io.candletrace.market.Finding;
import io.candletrace.market.FindingCode;
import io.candletrace.market.Timeframe;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Makes prices of different times comparable: those before a split are divided by its ratio and their volume is multiplied by
 * it, unless they are wanted in shares of the time when there were fewest; those before a dividend are multiplied by {@code 1 - dividend / last close before it}, as CRSP does
 * (<a href="https://www.crsp.org/products/documentation/crsp-calculations">CRSP calculations</a>). Rounded to 8 decimals, half
 * to even.
 *
 * @param kind in which shares prices are wanted
 * @param actions those in effect, by date
 * @param timeframe of the bars
 */
record PriceAdjustment(Adjustment kind, List<CorporateAction> actions, Timeframe timeframe) {
    private static final MathContext DIGITS = MathContext.DECIMAL128;
    private static final int DECIMALS = 8;

    PriceAdjustment {
        actions = List.copyOf(actions);
    }

    /** Of those actions that an adjustment takes into account. */
    static PriceAdjustment of(Adjustment adjustment, List<CorporateAction> actions, Timeframe timeframe) {
        var counted = actions.stream()
                .filter(action -> !action.withdrawn())
                .filter(action -> switch (adjustment) {
                    case RAW -> false;
                    case SPLIT, SPLIT_EXACT -> action.kind() == Kind.SPLIT;
                    case SPLIT_DIVIDEND -> true;
                })
                .sorted(Comparator.comparing(CorporateAction::exDate))
                .toList();
        return new PriceAdjustment(adjustment, counted, timeframe);
    }

    /** The bars in the wanted terms, in their order. Raw ones are expected, oldest first. */
    List<Bar> adjust(List<Bar> raw) {
        if (actions.isEmpty() || raw.isEmpty()) {
            return raw;
        }
        var adjusted = new ArrayList<Bar>();
        var base = base();
        var shares = BigDecimal.ONE;
        var kept = BigDecimal.ONE;
        var pending = new ArrayList<>(actions);
        for (int i = raw.size() - 1; i >= 0; i--) {
            var bar = raw.get(i);
            while (!pending.isEmpty() && pending.getLast().exDate().isAfter(bar.sessionDate())) {
                var action = pending.removeLast();
                switch (action.kind()) {
                    case SPLIT -> shares = shares.multiply(action.value());
                    case DIVIDEND -> kept = kept.multiply(withoutDividend(action, bar), DIGITS);
                }
            }
            adjusted.add(scaled(bar, base.divide(shares, DIGITS).multiply(kept, DIGITS), shares.divide(base, DIGITS)));
        }
        return adjusted.reversed();
    }

    /** What was done to prices that are among these bars. */
    List<Finding> findings(List<Bar> bars) {
        return actions.stream()
                .filter(action -> !bars.isEmpty()
                        && action.exDate().isAfter(bars.getFirst().sessionDate()))
                .map(action -> Finding.of(FindingCode.ADJUSTED, firstWithout(action, bars), timeframe, words(action)))
                .toList();
    }

    /** The last one where the ex-date's own bar has not closed yet. */
    private static Bar firstWithout(CorporateAction action, List<Bar> bars) {
        return bars.stream()
                .filter(bar -> !bar.sessionDate().isBefore(action.exDate()))
                .findFirst()
                .orElseGet(bars::getLast);
    }

    /** How many of today's shares the share is that prices are of. */
    private BigDecimal base() {
        var shares = BigDecimal.ONE;
        var most = shares;
        for (var action : actions.reversed()) {
            if (kind == Adjustment.SPLIT_EXACT) {
                shares = shares.multiply(action.value());
                most = most.max(shares);
            }
        }
        return most;
    }

    private static BigDecimal withoutDividend(CorporateAction dividend, Bar lastBefore) {
        return BigDecimal.ONE.subtract(dividend.value().divide(lastBefore.close(), DIGITS));
    }

    private static Bar scaled(Bar bar, BigDecimal price, BigDecimal volume) {
        return new Bar(
                bar.sessionDate(),
                bar.opensAt(),
                bar.closesAt(),
                rounded(bar.open().multiply(price, DIGITS)),
                rounded(bar.high().multiply(price, DIGITS)),
                rounded(bar.low().multiply(price, DIGITS)),
                rounded(bar.close().multiply(price, DIGITS)),
                rounded(bar.volume().multiply(volume, DIGITS)));
    }

    private static BigDecimal rounded(BigDecimal value) {
        return value.setScale(DECIMALS, RoundingMode.HALF_EVEN);
    }

    private String words(CorporateAction action) {
        if (kind == Adjustment.SPLIT_EXACT) {
            return "prices were made comparable over a split by "
                    + action.value().toPlainString() + " on " + action.exDate() + ", according to " + action.source();
        }
        var what = switch (action.kind()) {
            case SPLIT -> "divided by " + action.value().toPlainString() + " for a split";
            case DIVIDEND -> "lowered for a dividend of " + action.value().toPlainString();
        };
        return "prices before " + action.exDate() + " were " + what + ", according to " + action.source();
    }
}
