package io.candletrace.market;

import java.time.Instant;
import java.util.List;

/**
 * Closed bars of one instrument, one timeframe, one source and one adjustment.
 *
 * @param instrument whose bars these are
 * @param timeframe what one bar covers
 * @param source the feed that answered: {@code csv}, {@code synthetic}
 * @param adjustment what the prices were corrected for
 * @param asOf what the series may see: no bar closes after it
 * @param bars oldest first, opening times strictly ascending, at least one
 * @param findings what was odd about them; may be empty
 */
public record BarSeries(
        Instrument instrument,
        Timeframe timeframe,
        String source,
        Adjustment adjustment,
        Instant asOf,
        List<Bar> bars,
        List<Finding> findings) {
    /** The source whose bars are made up. */
    public static final String SYNTHETIC = "synthetic";

    public BarSeries {
        bars = List.copyOf(bars);
        findings = List.copyOf(findings);
        if (bars.isEmpty()) {
            throw new IllegalArgumentException("a series has at least one bar");
        }
        for (int i = 1; i < bars.size(); i++) {
            if (!bars.get(i).opensAt().isAfter(bars.get(i - 1).opensAt())) {
                throw new IllegalArgumentException("bars ascend strictly, but "
                        + bars.get(i).opensAt() + " follows " + bars.get(i - 1).opensAt());
            }
        }
        if (bars.getLast().closesAt().isAfter(asOf)) {
            throw new IllegalArgumentException("no bar closes after " + asOf + ", but the last does at "
                    + bars.getLast().closesAt());
        }
    }

    /** How many bars. */
    public int size() {
        return bars.size();
    }

    /** The newest bar. */
    public Bar last() {
        return bars.getLast();
    }

    /** Whether the bars are made up. */
    public boolean synthetic() {
        return source.equals(SYNTHETIC);
    }
}
