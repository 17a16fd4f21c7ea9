package io.candletrace.inspection;

import io.candletrace.market.Bar;
import io.candletrace.market.Finding;
import io.candletrace.market.FindingCode;
import io.candletrace.market.Timeframe;
import java.util.ArrayList;
import java.util.List;

/** Looks for a bar that comes again and again, as from a source that repeats its last one. */
record StaleCheck(Timeframe timeframe, List<Bar> bars) {
    /** A share that trades for cents may show one price for days; a week without a single other figure is no market. */
    private static final int MIN_RUN = 5;

    List<Finding> findings() {
        var findings = new ArrayList<Finding>();
        for (int start = 0, end; start < bars.size(); start = end) {
            end = endOfRun(start);
            if (end - start >= MIN_RUN) {
                findings.add(finding(bars.get(start), bars.get(start + 1), end - start));
            }
        }
        return findings;
    }

    private int endOfRun(int start) {
        int end = start + 1;
        while (end < bars.size() && repeats(bars.get(end), bars.get(end - 1))) {
            end++;
        }
        return end;
    }

    /** Another volume at the same prices is a quiet market: somebody traded. */
    private boolean repeats(Bar bar, Bar before) {
        return bar.open().equals(before.open())
                && bar.high().equals(before.high())
                && bar.low().equals(before.low())
                && bar.close().equals(before.close())
                && (bar.volume().signum() == 0 || bar.volume().equals(before.volume()))
                && !saysThatNobodyTraded(bar);
    }

    /** A minute without a trade is common, and some sources send it as a bar. A session without one is not. */
    private boolean saysThatNobodyTraded(Bar bar) {
        return timeframe.intraday() && bar.volume().signum() == 0 && bar.high().equals(bar.low());
    }

    private Finding finding(Bar original, Bar repetition, int run) {
        var detail = "prices should move, but " + run + " bars in a row have open "
                + original.open().toPlainString() + ", high "
                + original.high().toPlainString() + ", low "
                + original.low().toPlainString() + " and close "
                + original.close().toPlainString() + ", and no volume of their own";
        return Finding.of(FindingCode.STALE, repetition, timeframe, detail);
    }
}
