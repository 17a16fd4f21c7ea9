package io.candletrace.evaluation.effect;

import io.candletrace.indicator.IndicatorCatalogue;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What is kept of one indicator. What is missing, null, not finite or of another type than it should be is absent: rows are as old
 * as the service, and none of them is wrong.
 *
 * @param key as the catalogue spells it
 * @param parameters by name
 * @param reading its values and words at the last bar
 * @param close of that bar
 */
record KeptReading(String key, Map<?, ?> parameters, Map<?, ?> reading, BigDecimal close) {

    Optional<BigDecimal> number(String field) {
        return number(reading.get(field));
    }

    Optional<String> word(String field) {
        return reading.get(field) instanceof String word ? Optional.of(word) : Optional.empty();
    }

    /** The values of a field that has one for each period. */
    Map<?, ?> byPeriod(String field) {
        return reading.get(field) instanceof Map<?, ?> values ? values : Map.of();
    }

    static Optional<BigDecimal> number(@Nullable Object value) {
        return value instanceof Number number && Double.isFinite(number.doubleValue())
                ? Optional.of(new BigDecimal(number.toString()))
                : Optional.empty();
    }

    /** The indicator with its parameters in the catalogue's order, those that are not kept being the standard ones. */
    String name() {
        var catalogued = IndicatorCatalogue.find(key)
                .map(IndicatorCatalogue.Entry::parameters)
                .orElse(List.of());
        return catalogued.isEmpty()
                ? key
                : catalogued.stream().map(this::value).collect(Collectors.joining(",", key + "(", ")"));
    }

    private String value(IndicatorCatalogue.Parameter parameter) {
        var chosen = parameters.get(parameter.name());
        return String.valueOf(chosen == null ? parameter.standard() : chosen);
    }
}
