package io.candletrace.signal;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An object of a {@code signal_policy}. What is absent is empty; what is there and does not fit is {@code IMPOSSIBLE_REQUEST}.
 *
 * @param path of the object, empty for the outermost
 * @param json may hold nulls
 */
record PolicyFields(String path, Map<?, ?> json) {
    private static final int MAX_VOICES = 100;
    private static final BigDecimal SMALLEST_SHARE = new BigDecimal("0.0001");

    void requireOnly(List<String> known) {
        json.keySet().stream().filter(key -> !known.contains(key)).findFirst().ifPresent(key -> {
            throw PolicyReading.impossible(path, String.join(", ", known), key);
        });
    }

    boolean has(String key) {
        return json.containsKey(key);
    }

    Optional<String> text(String key) {
        if (!has(key)) {
            return Optional.empty();
        }
        if (json.get(key) instanceof String text && !text.isBlank()) {
            return Optional.of(text);
        }
        throw impossible(key, "a text");
    }

    Optional<Integer> integer(String key, int least, int most) {
        if (!has(key)) {
            return Optional.empty();
        }
        return number(key)
                .filter(value -> within(value, BigDecimal.valueOf(least), BigDecimal.valueOf(most)))
                .filter(value -> value.stripTrailingZeros().scale() <= 0)
                .map(BigDecimal::intValueExact)
                .or(() -> {
                    throw impossible(key, "a whole number from " + least + " to " + most);
                });
    }

    /** A number from 0 to 1, 4 decimals. */
    Optional<BigDecimal> share(String key) {
        if (!has(key)) {
            return Optional.empty();
        }
        return number(key)
                .filter(value -> within(value, BigDecimal.ZERO, BigDecimal.ONE))
                .map(PolicyFields::rounded)
                .or(() -> {
                    throw impossible(key, "a number from 0 to 1");
                });
    }

    PolicyFields object(String key) {
        if (json.get(key) instanceof Map<?, ?> map) {
            return new PolicyFields(named(key), map);
        }
        throw impossible(key, "an object");
    }

    Optional<List<Voice>> voices(String key) {
        if (!has(key)) {
            return Optional.empty();
        }
        if (json.get(key) instanceof List<?> items && items.size() <= MAX_VOICES) {
            var voices = new ArrayList<Voice>();
            items.forEach(item -> voices.add(voice(key, item, voices)));
            return Optional.of(voices);
        }
        throw impossible(key, "a list of at most " + MAX_VOICES + " analyses, each with model and timeframe");
    }

    private Voice voice(String key, @Nullable Object item, List<Voice> before) {
        if (item instanceof Map<?, ?> map
                && map.size() == 2
                && map.get(PolicyKeys.MODEL) instanceof String model
                && map.get(PolicyKeys.TIMEFRAME) instanceof String code) {
            var voice = new Voice(model, PolicyReading.timeframe(named(key), code));
            if (before.contains(voice)) {
                throw PolicyReading.impossible(named(key), "each analysis once", voice.words());
            }
            return voice;
        }
        throw PolicyReading.impossible(named(key), "analyses, each with model and timeframe, both texts", item);
    }

    private Optional<BigDecimal> number(String key) {
        return json.get(key) instanceof Number number && finite(number)
                ? Optional.of(new BigDecimal(number.toString()))
                : Optional.empty();
    }

    // Compared before anything is rounded: rounding 1e-999999999 would need gigabytes.
    private static BigDecimal rounded(BigDecimal share) {
        return share.compareTo(SMALLEST_SHARE) < 0
                ? BigDecimal.ZERO
                : share.setScale(SMALLEST_SHARE.scale(), RoundingMode.HALF_UP).stripTrailingZeros();
    }

    private static boolean finite(Number number) {
        return !(number instanceof Double real) || Double.isFinite(real);
    }

    private static boolean within(BigDecimal value, BigDecimal least, BigDecimal most) {
        return value.compareTo(least) >= 0 && value.compareTo(most) <= 0;
    }

    private RuntimeException impossible(String key, String expected) {
        return PolicyReading.impossible(named(key), expected, new HashMap<>(json).get(key));
    }

    private String named(String key) {
        return path.isEmpty() ? key : path + "." + key;
    }
}
