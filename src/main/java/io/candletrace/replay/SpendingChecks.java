package io.candletrace.replay;

import io.candletrace.analysis.ModelPrice;
import io.candletrace.analysis.Spending;
import io.candletrace.analysis.Usage;
import io.candletrace.journal.AnalysisEvidence;
import io.candletrace.journal.CallEvidence;
import io.candletrace.lineage.ModelPriceId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;

/** Holds what an analysis took against the sum of its calls. */
final class SpendingChecks {
    private SpendingChecks() {}

    static Stream<Check> of(AnalysisEvidence kept) {
        var found = kept.row().spending();
        var tokens = new Usage(
                found.inputUncached(),
                found.inputCached(),
                found.cacheWrite(),
                found.outputVisible(),
                found.outputReasoning());
        var sum = sum(kept, tokens);
        return Stream.concat(
                Check.fields("tokens", buckets(sum.usage()), buckets(tokens)),
                Stream.of(
                        Check.kept("tokens_used", sum.usage().total(), found.tokensUsed()),
                        Check.kept("cost_usd", sum.usd(), found.costUsd()),
                        Check.kept("model_price_id", sum.price().map(ModelPriceId::value), found.modelPriceId())));
    }

    /** Calls of an attempt that was overtaken may have ended before the sum was taken, or after it. */
    private static Spending sum(AnalysisEvidence kept, Usage found) {
        var all = sum(kept.calls().stream());
        var decided = kept.row().answer().decidedAt();
        return all.usage().equals(found)
                ? all
                : sum(kept.calls().stream()
                        .filter(call -> !call.answer().endedAt().isAfter(decided)));
    }

    private static Spending sum(Stream<CallEvidence> calls) {
        return calls.map(CallEvidence::spending).reduce(Spending.NONE, Spending::plus);
    }

    /** What a call cost is what its price says, exactly; what has no price is known only to cost nothing. */
    static Stream<Check> cost(CallEvidence call, Map<ModelPriceId, ModelPrice> prices) {
        var spending = call.spending();
        return spending.price().map(prices::get).stream()
                .map(price ->
                        Check.kept("call " + call.id() + " cost_usd", price.cost(spending.usage()), spending.usd()));
    }

    static Map<String, Object> buckets(Usage usage) {
        var buckets = new LinkedHashMap<String, Object>();
        buckets.put("input_uncached", usage.inputUncached());
        buckets.put("input_cached", usage.inputCached());
        buckets.put("cache_write", usage.cacheWrite());
        buckets.put("output_visible", usage.outputVisible());
        buckets.put("output_reasoning", usage.outputReasoning());
        return buckets;
    }
}
