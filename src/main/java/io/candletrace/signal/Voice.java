package io.candletrace.signal;

import io.candletrace.market.Timeframe;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One analysis of every task, as a policy names it.
 *
 * @param model by our name
 * @param timeframe of the chart that it reads
 */
public record Voice(String model, Timeframe timeframe) {
    /** In words: {@code gpt on 1d}. */
    public String words() {
        return model + " on " + timeframe.code();
    }

    /** As strategies write it. */
    Map<String, Object> toMap() {
        var map = new LinkedHashMap<String, Object>();
        map.put(PolicyKeys.MODEL, model);
        map.put(PolicyKeys.TIMEFRAME, timeframe.code());
        return map;
    }
}
