package io.candletrace.indicator;

import java.util.List;

/**
 * Which indicators to compute, in a fixed order, each kind at most once.
 *
 * @param indicators may be empty
 */
public record IndicatorSpec(List<Indicator> indicators) {
    public IndicatorSpec {
        indicators = List.copyOf(indicators);
    }
}
