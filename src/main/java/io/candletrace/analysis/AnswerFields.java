package io.candletrace.analysis;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads the fields of an answer and collects everything that is wrong with them, so that a repair round hears it all at once. A
 * value that is wrong reads as absent.
 */
final class AnswerFields {
    private static final int PRICE_DECIMALS = 8;
    private static final int PROBABILITY_DECIMALS = 4;
    private static final int NUMBER_DECIMALS = 12;
    private static final int MAX_ITEMS = 20;
    private static final int MAX_INDICATOR = 64;
    private static final int READING_FIELDS = 2;
    // Bounds are compared before anything is rounded: rounding 1e-999999999 would need gigabytes.
    private static final BigDecimal LOWEST_PRICE = new BigDecimal("0.00000001");
    private static final BigDecimal ABOVE_PRICES = new BigDecimal("10000000000");
    private static final BigDecimal LOWEST_PROBABILITY = new BigDecimal("0.0001");
    private static final BigDecimal SMALLEST_NUMBER = new BigDecimal("0.000000000001");
    private static final BigDecimal ABOVE_NUMBERS = new BigDecimal("1000000000000000");

    private final JsonNode root;
    private final List<String> problems = new ArrayList<>();

    AnswerFields(JsonNode root, Set<String> known) {
        this.root = root;
        root.fieldNames().forEachRemaining(name -> {
            if (!known.contains(name)) {
                problem("the field '" + ReadableText.line(name, 40) + "' is not in the schema");
            }
        });
    }

    List<String> problems() {
        return List.copyOf(problems);
    }

    void problem(String problem) {
        problems.add(problem);
    }

    String text(String name, int maxLength) {
        var value = present(name);
        if (value.isTextual() && value.textValue().length() <= maxLength) {
            return ReadableText.of(value.textValue());
        }
        unfit(name, "a text of at most " + maxLength + " characters", value);
        return "";
    }

    List<String> texts(String name, int maxLength) {
        var texts = new ArrayList<String>();
        for (var item : items(name)) {
            if (item.isTextual() && item.textValue().length() <= maxLength) {
                texts.add(ReadableText.of(item.textValue()));
            } else {
                unfit(name, "texts of at most " + maxLength + " characters", item);
            }
        }
        return texts;
    }

    <T> Optional<T> word(String name, Map<String, T> words) {
        var value = present(name);
        var meaning = value.isTextual() ? Optional.ofNullable(words.get(value.textValue())) : Optional.<T>empty();
        if (meaning.isEmpty()) {
            unfit(name, "one of " + words.keySet().stream().sorted().toList(), value);
        }
        return meaning;
    }

    Optional<BigDecimal> probability(String name) {
        var value = present(name);
        if (value.isNull() && root.has(name)) {
            return Optional.empty();
        }
        if (!value.isNumber()
                || value.decimalValue().signum() < 0
                || value.decimalValue().compareTo(BigDecimal.ONE) > 0) {
            unfit(name, "a number from 0 to 1, or null", value);
            return Optional.empty();
        }
        return Optional.of(value.decimalValue())
                .map(exact -> exact.compareTo(LOWEST_PROBABILITY) < 0
                        ? BigDecimal.ZERO
                        : exact.setScale(PROBABILITY_DECIMALS, RoundingMode.HALF_UP));
    }

    Optional<BigDecimal> price(String name) {
        var value = present(name);
        return value.isNull() && root.has(name) ? Optional.empty() : price(name, value);
    }

    List<BigDecimal> prices(String name) {
        var prices = new ArrayList<BigDecimal>();
        items(name).forEach(item -> price(name, item).ifPresent(prices::add));
        return prices;
    }

    /** A number of either sign, 12 decimals; closer to 0 than those can show, it is 0. */
    Optional<BigDecimal> number(String name) {
        var value = present(name);
        if (value.isNull() && root.has(name)) {
            return Optional.empty();
        }
        if (!isNumber(value)) {
            unfit(name, "a number, or null", value);
            return Optional.empty();
        }
        return Optional.of(rounded(value.decimalValue()));
    }

    /** Objects of a name and a number, and of nothing else. */
    List<Reading> readings(String name) {
        var readings = new ArrayList<Reading>();
        for (var item : items(name)) {
            var indicator = item.path("indicator");
            var value = item.path("value");
            if (item.size() == READING_FIELDS && isName(indicator) && isNumber(value)) {
                readings.add(new Reading(ReadableText.of(indicator.textValue()), rounded(value.decimalValue())));
            } else {
                unfit(name, "objects of indicator, a text of at most " + MAX_INDICATOR + ", and value, a number", item);
            }
        }
        return readings;
    }

    private static boolean isName(JsonNode value) {
        return value.isTextual()
                && !value.textValue().isBlank()
                && value.textValue().length() <= MAX_INDICATOR;
    }

    private static boolean isNumber(JsonNode value) {
        return value.isNumber() && value.decimalValue().abs().compareTo(ABOVE_NUMBERS) < 0;
    }

    private static BigDecimal rounded(BigDecimal exact) {
        return exact.abs().compareTo(SMALLEST_NUMBER) < 0
                ? BigDecimal.ZERO
                : exact.setScale(NUMBER_DECIMALS, RoundingMode.HALF_EVEN).stripTrailingZeros();
    }

    private Optional<BigDecimal> price(String name, JsonNode value) {
        if (!value.isNumber()
                || value.decimalValue().compareTo(LOWEST_PRICE) < 0
                || value.decimalValue().compareTo(ABOVE_PRICES) >= 0) {
            unfit(name, "a positive price", value);
            return Optional.empty();
        }
        return Optional.of(value.decimalValue().setScale(PRICE_DECIMALS, RoundingMode.HALF_EVEN))
                .map(BigDecimal::stripTrailingZeros);
    }

    private List<JsonNode> items(String name) {
        var value = present(name);
        if (value.isArray() && value.size() <= MAX_ITEMS) {
            return value.valueStream().toList();
        }
        unfit(name, "a list of at most " + MAX_ITEMS, value);
        return List.of();
    }

    private JsonNode present(String name) {
        return root.path(name);
    }

    private void unfit(String name, String expected, JsonNode found) {
        var what = found.isMissingNode() ? "nothing" : ReadableText.line(found.toString(), 60);
        problem(name + ": expected " + expected + ", found " + what);
    }
}
