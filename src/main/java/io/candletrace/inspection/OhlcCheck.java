package io.candletrace.inspection;

import io.candletrace.market.Bar;
import io.candletrace.market.Finding;
import io.candletrace.market.FindingCode;
import io.candletrace.market.Timeframe;
import java.math.BigDecimal;
import java.util.List;

/** Looks for bars whose open or close lies outside their own range. */
record OhlcCheck(Timeframe timeframe, List<Bar> bars) {
    List<Finding> findings() {
        return bars.stream()
                .filter(bar -> !isConsistent(bar))
                .map(this::finding)
                .toList();
    }

    private Finding finding(Bar bar) {
        var detail = "open and close should be from low " + bar.low().toPlainString() + " to high "
                + bar.high().toPlainString() + ", were " + bar.open().toPlainString() + " and "
                + bar.close().toPlainString();
        return Finding.of(FindingCode.OHLC_INCONSISTENT, bar, timeframe, detail);
    }

    private static boolean isConsistent(Bar bar) {
        return isInside(bar.open(), bar) && isInside(bar.close(), bar);
    }

    private static boolean isInside(BigDecimal price, Bar bar) {
        return price.compareTo(bar.low()) >= 0 && price.compareTo(bar.high()) <= 0;
    }
}
