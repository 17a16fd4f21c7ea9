package io.candletrace.inspection;

import io.candletrace.market.Bar;
import io.candletrace.market.Finding;
import java.util.List;

/**
 * What rows came to.
 *
 * @param bars of the rows that were admitted, oldest first, opening times strictly ascending; may be empty
 * @param findings about rows, those that were rejected among them, by time; may be empty
 */
public record Verdict(List<Bar> bars, List<Finding> findings) {
    public Verdict {
        bars = List.copyOf(bars);
        findings = List.copyOf(findings);
    }

    /** What of it speaks against using the bars. */
    public List<Finding> rejections() {
        return findings.stream().filter(Finding::rejects).toList();
    }
}
