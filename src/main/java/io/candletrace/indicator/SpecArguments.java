package io.candletrace.indicator;

import io.candletrace.failure.FailureReason;
import io.candletrace.failure.ServiceException;
import io.candletrace.indicator.IndicatorCatalogue.Entry;
import io.candletrace.indicator.IndicatorCatalogue.Parameter;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What was given for one indicator's parameters, checked on reading. */
final class SpecArguments {
    private static final int MAX_SHOWN = 64;
    private static final int MAX_DECIMALS = 4;
    private static final String LIST =
            "a list of 1 to " + IndicatorCatalogue.MAX_PERIODS + " different whole numbers of bars, each";

    private final Entry entry;
    private final Map<?, ?> given;

    SpecArguments(Entry entry, Map<?, ?> given) {
        this.entry = entry;
        this.given = given;
    }

    int period(String name) {
        var parameter = parameter(name);
        var value = value(parameter);
        return whole(parameter, value).orElseThrow(() -> wrong(parameter, "a whole number of bars", value));
    }

    List<Integer> periods(String name) {
        var parameter = parameter(name);
        var value = value(parameter);
        if (!(value instanceof List<?> items) || items.isEmpty() || items.size() > IndicatorCatalogue.MAX_PERIODS) {
            throw wrong(parameter, LIST, value);
        }
        var periods = items.stream()
                .map(item -> whole(parameter, item).orElseThrow(() -> wrong(parameter, LIST, value)))
                .toList();
        if (new HashSet<>(periods).size() < periods.size()) {
            throw wrong(parameter, LIST, value);
        }
        return periods;
    }

    BigDecimal factor(String name) {
        var parameter = parameter(name);
        var value = value(parameter);
        return decimal(value)
                .filter(number -> number.stripTrailingZeros().scale() <= MAX_DECIMALS)
                .filter(number -> inRange(parameter, number))
                .orElseThrow(() -> wrong(parameter, "a number with at most " + MAX_DECIMALS + " decimals", value));
    }

    /** A value as a message may show it: one line, bounded, text in quotes. */
    static String shown(@Nullable Object value) {
        var text = String.valueOf(value).replaceAll("\\p{Cntrl}", " ");
        var bounded = text.length() > MAX_SHOWN ? text.substring(0, MAX_SHOWN) + "..." : text;
        return value instanceof String ? "'" + bounded + "'" : bounded;
    }

    private Parameter parameter(String name) {
        return entry.parameters().stream()
                .filter(parameter -> parameter.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(entry.key() + " has no parameter " + name));
    }

    private @Nullable Object value(Parameter parameter) {
        return given.containsKey(parameter.name()) ? given.get(parameter.name()) : parameter.standard();
    }

    private static Optional<Integer> whole(Parameter parameter, @Nullable Object value) {
        return decimal(value)
                .filter(number -> inRange(parameter, number))
                .filter(number -> number.stripTrailingZeros().scale() <= 0)
                .map(BigDecimal::intValueExact);
    }

    private static boolean inRange(Parameter parameter, BigDecimal number) {
        return number.compareTo(parameter.minimum()) >= 0 && number.compareTo(parameter.maximum()) <= 0;
    }

    private static Optional<BigDecimal> decimal(@Nullable Object value) {
        if (value instanceof Double real && !Double.isFinite(real)) {
            return Optional.empty();
        }
        return value instanceof Number number ? Optional.of(new BigDecimal(number.toString())) : Optional.empty();
    }

    private ServiceException wrong(Parameter parameter, String expected, @Nullable Object found) {
        return new ServiceException(
                FailureReason.IMPOSSIBLE_REQUEST,
                entry.key() + "." + parameter.name() + ": expected " + expected + " from "
                        + parameter.minimum().toPlainString() + " to "
                        + parameter.maximum().toPlainString() + ", found " + shown(found));
    }
}
