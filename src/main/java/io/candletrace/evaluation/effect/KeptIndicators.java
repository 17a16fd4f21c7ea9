package io.candletrace.evaluation.effect;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What an analysis keeps of its chart's indicators.
 *
 * @param readings {@code indicators_metadata}: by indicator its values and words
 * @param parameters {@code indicators_applied}: by indicator every parameter
 * @param close of the chart's last bar, in the same terms as the readings
 */
public record KeptIndicators(Map<String, ?> readings, Map<String, ?> parameters, BigDecimal close) {

    /** The states that can be told, each once and in their order; may be empty. */
    public List<IndicatorState> states() {
        return Arrays.stream(StateRule.values())
                .flatMap(rule -> find(rule.key()).stream().flatMap(rule::of))
                .distinct()
                .sorted()
                .toList();
    }

    /** What is kept of an indicator; empty when there is nothing of this key. */
    private Optional<KeptReading> find(String key) {
        return readings.get(key) instanceof Map<?, ?> reading && parameters.get(key) instanceof Map<?, ?> chosen
                ? Optional.of(new KeptReading(key, chosen, reading, close))
                : Optional.empty();
    }
}
