package io.candletrace.analysis.claim;

import io.candletrace.indicator.IndicatedSeries;
import io.candletrace.indicator.Indicator;
import io.candletrace.indicator.IndicatorSpec;
import io.candletrace.indicator.Indicators;
import io.candletrace.indicator.Line;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Crosses of SMA 50 and SMA 200: on one of the last 20 bars the faster one got above the slower one (golden) or below it (death),
 * and it still is. Both are computed from the series, whether they are drawn or not.
 */
final class Crosses {
    private static final IndicatorSpec AVERAGES = new IndicatorSpec(List.of(new Indicator.Sma(List.of(50, 200))));
    private static final int RECENT_BARS = 20;

    private Crosses() {}

    static Sighting golden(IndicatedSeries series) {
        return crossed(series, 1);
    }

    static Sighting death(IndicatedSeries series) {
        return crossed(series, -1);
    }

    private static Sighting crossed(IndicatedSeries series, int sign) {
        var averages = Indicators.compute(series.series(), AVERAGES, 1).values().getFirst();
        var fast = averages.line(0);
        var slow = averages.line(1);
        var last = slow.size() - 1;
        if (!slow.definedAt(last)) {
            return Sighting.untold("cannot be told: the history is too short for SMA 200");
        }
        var there = side(fast, slow, last) == sign
                && IntStream.range(Math.max(0, last - RECENT_BARS), last).anyMatch(i -> opposite(fast, slow, i, sign));
        if (!there && !slow.definedAt(Math.max(0, last - RECENT_BARS))) {
            return Sighting.untold("cannot be told: the history is too short for 20 bars of SMA 200");
        }
        return Sighting.of(there, "SMA 50 at " + shown(fast) + ", SMA 200 at " + shown(slow));
    }

    private static boolean opposite(Line fast, Line slow, int index, int sign) {
        return slow.definedAt(index) && side(fast, slow, index) != sign;
    }

    private static int side(Line fast, Line slow, int index) {
        return Double.compare(fast.at(index), slow.at(index));
    }

    private static String shown(Line line) {
        return Ground.plain(BigDecimal.valueOf(line.last()));
    }
}
