package io.candletrace.indicator;

import io.candletrace.market.Bar;
import io.candletrace.market.BarSeries;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A series with its indicators.
 *
 * @param series all bars, warm-up included
 * @param spec what was asked for
 * @param values one entry an indicator, in the spec's order; every line is as long as the series
 * @param displayed how many of the newest bars are shown; 1 to the series' size
 */
public record IndicatedSeries(BarSeries series, IndicatorSpec spec, List<IndicatorValues> values, int displayed) {
    public IndicatedSeries {
        values = List.copyOf(values);
        if (displayed < 1 || displayed > series.size()) {
            throw new IllegalArgumentException("1 to " + series.size() + " bars can be shown, was " + displayed);
        }
    }

    /** Index of the first shown bar. */
    public int firstDisplayed() {
        return series.size() - displayed;
    }

    /** The shown bars, oldest first. */
    public List<Bar> displayedBars() {
        return series.bars().subList(firstDisplayed(), series.size());
    }

    /**
     * What each indicator says at the newest bar, as {@code indicators_metadata} has it: by indicator its parameters, current
     * values (rounded to 4 decimals, or 2 beyond the tick where that is finer) and a reading in a word. An indicator without
     * enough history has {@code "status": "insufficient_history"} and null for the values it lacks, one or two levels down. OBV
     * has an {@code anchor}: the session date of the first shown bar, from which it counts.
     */
    public Map<String, Object> metadata() {
        return IndicatorReadings.of(this);
    }

    /** The values of an indicator of the spec; empty when the spec does not ask for it. */
    public Optional<IndicatorValues> values(String key) {
        return values.stream()
                .filter(value -> value.indicator().key().equals(key))
                .findFirst();
    }
}
