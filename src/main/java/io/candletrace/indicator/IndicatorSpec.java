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

    /** How many bars are wanted before the first shown one: what the greediest indicator wants, and at least 250. */
    public int warmUpBars() {
        return indicators.stream().mapToInt(WarmUp::bars).reduce(LEAST_WARM_UP_BARS, Math::max);
    }
}
