package io.candletrace.replay;

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
        var sum = kept.calls().stream().map(CallEvidence::spending).reduce(Spending.NONE, Spending::plus);
        var tokens = new Usage(
                found.inputUncached(),
                found.inputCached(),
                found.cacheWrite(),
                found.outputVisible(),
                found.outputReasoning());
        return Stream.concat(
                Check.fields("tokens", buckets(sum.usage()), buckets(tokens)),
                Stream.of(
                        Check.kept("tokens_used", sum.usage().total(), found.tokensUsed()),
                        Check.kept("cost_usd", sum.usd(), found.costUsd()),
                        Check.kept("model_price_id", sum.price().map(ModelPriceId::value), found.modelPriceId())));
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
