package io.candletrace.indicator;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Which indicators to compute, in a fixed order, each kind at most once.
 *
 * @param indicators may be empty
 */
public record IndicatorSpec(List<Indicator> indicators) {
    private static final int LEAST_WARM_UP_BARS = 250;
    private static final int PERIODS_TO_FORGET_THE_SEED = 5;

    public IndicatorSpec {
        indicators = List.copyOf(indicators);
    }

    /**
     * Reads a strategy's {@code indicators}. Missing parameters take the catalogue's defaults. The order is the catalogue's
     * whatever the order of the keys, because jsonb does not keep it and the same strategy must give the same picture.
     *
     * @throws io.candletrace.failure.ServiceException {@code IMPOSSIBLE_REQUEST} for an unknown indicator or parameter, a value
     *     of the wrong type or out of its range
     */
    public static IndicatorSpec parse(Map<String, ?> json) {
        return SpecParser.parse(json);
    }

    /** The inverse of {@link #parse}, every parameter spelled out. */
    public Map<String, Object> toMap() {
        var map = new LinkedHashMap<String, Object>();
        indicators.forEach(indicator -> map.put(indicator.key(), indicator.parameters()));
        return Collections.unmodifiableMap(map);
    }

    /**
     * How many bars are wanted before the first shown one: enough that every window is full, that a recursive average has
     * forgotten how it was seeded (5 periods leave less than 0.01 % of the seed in an EMA, 0.7 % in Wilder's), and at least
     * 250.
     */
    public int warmUpBars() {
        return indicators.stream()
                .mapToInt(indicator ->
                        Math.max(indicator.window() - 1, PERIODS_TO_FORGET_THE_SEED * indicator.recursivePeriod()))
                .reduce(LEAST_WARM_UP_BARS, Math::max);
    }
}
