package io.candletrace.analysis;

import com.fasterxml.jackson.databind.JsonNode;
import io.candletrace.analysis.ParsedAnswer.Unusable;
import io.candletrace.analysis.ParsedAnswer.Usable;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One reading of an answer's object: its fields, and whether they make a verdict. Whether its statements are true is not asked here:
 * a stop on the wrong side is a well-formed answer whose claim fails.
 */
final class VerdictReading {
    private static final Map<String, Trend> TRENDS =
            Map.of("bullish", Trend.BULLISH, "bearish", Trend.BEARISH, "neutral", Trend.NEUTRAL);
    private static final Map<String, Recommendation> RECOMMENDATIONS =
            Map.of("BUY", Recommendation.BUY, "SELL", Recommendation.SELL, "HOLD", Recommendation.HOLD);
    private static final int MAX_TARGETS = 2;
    private static final int MAX_REASONING = 10_000;
    private static final int MAX_PATTERN = 200;
    private static final int MAX_SYMBOL = 64;

    private final VerdictParser about;
    private final AnswerFields fields;

    VerdictReading(VerdictParser about, JsonNode root) {
        this.about = about;
        this.fields = new AnswerFields(root, VerdictSchema.FIELDS);
    }

    ParsedAnswer result() {
        requireSymbol();
        var trend = fields.word("trend_direction", TRENDS);
        var recommendation = fields.word("recommendation", RECOMMENDATIONS);
        var verdict = verdict(trend.orElse(Trend.NEUTRAL), recommendation.orElse(Recommendation.HOLD));
        if (fields.problems().isEmpty()) {
            requireConfidence(verdict);
        }
        return fields.problems().isEmpty()
                ? new Usable(verdict)
                : new Unusable(AnalysisStatus.INVALID, String.join("; ", fields.problems()));
    }

    private Verdict verdict(Trend trend, Recommendation recommendation) {
        var directed = recommendation != Recommendation.HOLD;
        return new Verdict(
                trend,
                recommendation,
                fields.probability("confidence").filter(value -> directed),
                nearestFirst("support_levels").toList(),
                nearestFirst("resistance_levels").toList(),
                fields.texts("key_patterns", MAX_PATTERN),
                fields.readings("readings"),
                entry().filter(value -> directed),
                fields.price("stop_loss").filter(value -> directed),
                nearestFirst("targets")
                        .filter(value -> directed)
                        .limit(MAX_TARGETS)
                        .toList(),
                fields.number("r_multiple").filter(value -> directed),
                fields.text("reasoning", MAX_REASONING));
    }

    private Stream<BigDecimal> nearestFirst(String name) {
        return fields.prices(name).stream()
                .sorted(Comparator.comparing(
                        price -> price.subtract(about.lastClose()).abs()));
    }

    private Optional<PriceRange> entry() {
        var low = fields.price("entry_low");
        var high = fields.price("entry_high");
        if (low.isPresent() != high.isPresent()) {
            fields.problem("entry_low and entry_high: expected both or neither");
            return Optional.empty();
        }
        if (low.isPresent() && low.get().compareTo(high.orElseThrow()) > 0) {
            fields.problem("entry_low: expected at most entry_high, found "
                    + low.get().toPlainString() + " above " + high.get().toPlainString());
            return Optional.empty();
        }
        return low.map(value -> new PriceRange(value, high.orElseThrow()));
    }

    private void requireSymbol() {
        var found = fields.text("symbol", MAX_SYMBOL);
        if (!found.equals(about.symbol().value())) {
            fields.problem(
                    "symbol: expected " + about.symbol() + ", found '" + ReadableText.line(found, MAX_SYMBOL) + "'");
        }
    }

    private void requireConfidence(Verdict verdict) {
        if (verdict.recommendation() != Recommendation.HOLD
                && verdict.confidence().isEmpty()) {
            fields.problem("confidence: expected a number for " + verdict.recommendation() + ", found null");
        }
    }
}
