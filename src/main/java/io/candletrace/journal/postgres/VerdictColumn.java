package io.candletrace.journal.postgres;

import io.candletrace.analysis.PriceRange;
import io.candletrace.analysis.Reading;
import io.candletrace.analysis.Recommendation;
import io.candletrace.analysis.Trend;
import io.candletrace.analysis.Verdict;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A verdict as the column {@code llm_analyses.verdict} has it, and back. What is absent has no key; verdicts from before there were
 * readings and multiples have neither.
 */
final class VerdictColumn {
    private VerdictColumn() {}

    static Map<String, Object> write(Verdict verdict) {
        var column = new LinkedHashMap<String, Object>();
        column.put("trend_direction", verdict.trend().name().toLowerCase(Locale.ROOT));
        column.put("recommendation", verdict.recommendation().name());
        verdict.confidence().ifPresent(confidence -> column.put("confidence", confidence));
        column.put("support_levels", verdict.supportLevels());
        column.put("resistance_levels", verdict.resistanceLevels());
        column.put("key_patterns", verdict.keyPatterns());
        column.put(
                "readings",
                verdict.readings().stream().map(VerdictColumn::reading).toList());
        column.putAll(levels(verdict));
        verdict.rMultiple().ifPresent(multiple -> column.put("r_multiple", multiple));
        column.put("reasoning", verdict.reasoning());
        return column;
    }

    /** Where the analyst would enter, stop and take profit; empty for HOLD. */
    static Map<String, Object> levels(Verdict verdict) {
        var levels = new LinkedHashMap<String, Object>();
        verdict.entry().ifPresent(entry -> {
            levels.put("entry_low", entry.low());
            levels.put("entry_high", entry.high());
        });
        verdict.stopLoss().ifPresent(stop -> levels.put("stop_loss", stop));
        if (!verdict.targets().isEmpty()) {
            levels.put("targets", verdict.targets());
        }
        return levels;
    }

    static Verdict read(Map<String, Object> column) {
        return new Verdict(
                Trend.valueOf(text(column, "trend_direction").toUpperCase(Locale.ROOT)),
                Recommendation.valueOf(text(column, "recommendation")),
                number(column, "confidence"),
                numbers(column, "support_levels"),
                numbers(column, "resistance_levels"),
                items(column, "key_patterns").stream().map(String::valueOf).toList(),
                items(column, "readings").stream().map(VerdictColumn::reading).toList(),
                number(column, "entry_low")
                        .flatMap(low -> number(column, "entry_high").map(high -> new PriceRange(low, high))),
                number(column, "stop_loss"),
                numbers(column, "targets"),
                number(column, "r_multiple"),
                text(column, "reasoning"));
    }

    private static Map<String, Object> reading(Reading reading) {
        return Map.of("indicator", reading.indicator(), "value", reading.value());
    }

    private static Reading reading(Object stored) {
        if (stored instanceof Map<?, ?> reading && reading.get("value") instanceof Number value) {
            return new Reading(String.valueOf(reading.get("indicator")), decimal(value));
        }
        throw new IllegalStateException("a stored reading has an indicator and a value, was " + stored);
    }

    private static String text(Map<String, Object> column, String key) {
        return String.valueOf(column.get(key));
    }

    private static Optional<BigDecimal> number(Map<String, Object> column, String key) {
        return Optional.ofNullable(column.get(key)).map(VerdictColumn::decimal);
    }

    private static List<BigDecimal> numbers(Map<String, Object> column, String key) {
        return items(column, key).stream().map(VerdictColumn::decimal).toList();
    }

    private static List<?> items(Map<String, Object> column, String key) {
        return column.get(key) instanceof List<?> items ? items : List.of();
    }

    private static BigDecimal decimal(Object number) {
        return new BigDecimal(number.toString());
    }
}
