package io.candletrace.feed;

import io.candletrace.market.Bar;
import io.candletrace.market.Finding;
import java.util.List;

/**
 * What a source answered.
 *
 * @param bars oldest first, opening times strictly ascending; may be empty
 * @param findings what was odd about the rows they were read from; may be empty
 */
public record BarBatch(List<Bar> bars, List<Finding> findings) {
    public BarBatch {
        bars = List.copyOf(bars);
        findings = List.copyOf(findings);
    }

    /** Bars that nothing was odd about. */
    public static BarBatch of(List<Bar> bars) {
        return new BarBatch(bars, List.of());
    }
}
