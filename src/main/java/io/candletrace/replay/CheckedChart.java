package io.candletrace.replay;

import io.candletrace.chart.Chart;
import io.candletrace.lineage.ChartId;
import io.candletrace.lineage.Recorded;
import io.candletrace.storage.StoredChart;
import java.util.List;
import java.util.Optional;

/**
 * A chart that was drawn again.
 *
 * @param renderer what drew it; absent when its row cannot be read
 * @param checks what came of it
 * @param chart as it was when it was recorded; absent when its snapshot cannot be read
 * @param redrawn as it is drawn now; absent when it cannot be
 */
record CheckedChart(
        Optional<String> renderer,
        List<Check> checks,
        Optional<Recorded<ChartId, StoredChart>> chart,
        Optional<Chart> redrawn) {
    CheckedChart {
        checks = List.copyOf(checks);
    }

    /** Which program draws now, when it is not the one that drew; absent when it is. */
    Optional<String> otherRenderer() {
        return redrawn.map(Chart::renderer).filter(now -> !renderer.equals(Optional.of(now)));
    }
}
