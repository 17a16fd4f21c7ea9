package io.candletrace.inspection;

import io.candletrace.market.Bar;
import io.candletrace.market.Finding;
import io.candletrace.market.Timeframe;
import io.candletrace.market.TradingCalendar;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/**
 * Looks for what is odd about a run of bars.
 *
 * @param calendar the instrument's
 * @param timeframe of the bars
 * @param bars oldest first, each at its place in the calendar; may be empty
 */
public record SeriesInspection(TradingCalendar calendar, Timeframe timeframe, List<Bar> bars) {
    public SeriesInspection {
        bars = List.copyOf(bars);
    }

    /** Everything that was found, each about one of these bars: one kind after the other, and each by time. */
    public List<Finding> findings() {
        return Stream.of(
                        new OhlcCheck(timeframe, bars).findings(),
                        new GapCheck(calendar, timeframe, bars).findings(),
                        new StaleCheck(timeframe, bars).findings(),
                        new BadTickCheck(timeframe, bars).findings(),
                        new OvernightCheck(timeframe, Sessions.of(calendar, timeframe, bars)).findings())
                .flatMap(Collection::stream)
                .toList();
    }
}
