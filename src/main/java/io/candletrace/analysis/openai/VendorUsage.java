package io.candletrace.analysis.openai;

import com.fasterxml.jackson.databind.JsonNode;
import io.candletrace.analysis.Usage;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

/**
 * A vendor's usage object, sorted into disjoint buckets. OpenAI's prompt tokens include those of the cache and its completion
 * tokens include reasoning; others leave one or the other out, which only their total tells: the reading whose sum is the total
 * counts. Tokens of the total that nothing else names are hidden reasoning.
 */
final class VendorUsage {
    private static final long MOST_TOKENS = 1_000_000_000;

    private final long prompt;
    private final long completion;
    private final long cached;
    private final long written;
    private final long reasoning;
    private final OptionalLong total;

    private VendorUsage(JsonNode usage) {
        this.prompt = first(usage, "/prompt_tokens", "/input_tokens").orElse(0);
        this.completion = first(usage, "/completion_tokens", "/output_tokens").orElse(0);
        this.cached = first(
                        usage,
                        "/prompt_tokens_details/cached_tokens",
                        "/input_tokens_details/cached_tokens",
                        "/prompt_cache_hit_tokens",
                        "/cache_read_input_tokens",
                        "/cached_tokens")
                .orElse(0);
        this.written = first(
                        usage,
                        "/prompt_tokens_details/cache_write_tokens",
                        "/prompt_tokens_details/cache_creation_tokens",
                        "/cache_creation_input_tokens")
                .orElse(0);
        this.reasoning = first(
                        usage,
                        "/completion_tokens_details/reasoning_tokens",
                        "/output_tokens_details/reasoning_tokens",
                        "/reasoning_tokens")
                .orElse(0);
        this.total = first(usage, "/total_tokens");
    }

    /** The buckets; empty when the object does not say how long the prompt was. */
    static Optional<Usage> of(JsonNode usage) {
        return first(usage, "/prompt_tokens", "/input_tokens").isPresent()
                ? Optional.of(new VendorUsage(usage).buckets())
                : Optional.empty();
    }

    private Usage buckets() {
        return Stream.of(reading(true, true), reading(true, false), reading(false, true), reading(false, false))
                .filter(read -> total.isPresent() && read.total() == total.getAsLong())
                .findFirst()
                .orElseGet(() -> withTheRest(reading(true, true)));
    }

    private Usage reading(boolean promptHoldsCache, boolean completionHoldsReasoning) {
        var read = promptHoldsCache ? Math.min(cached, prompt) : cached;
        var wrote = promptHoldsCache ? Math.min(written, prompt - read) : written;
        var thought = completionHoldsReasoning ? Math.min(reasoning, completion) : reasoning;
        return new Usage(
                promptHoldsCache ? prompt - read - wrote : prompt,
                read,
                wrote,
                completionHoldsReasoning ? completion - thought : completion,
                thought);
    }

    private Usage withTheRest(Usage read) {
        var rest = Math.max(0, total.orElse(0) - read.total());
        return read.plus(new Usage(0, 0, 0, 0, rest));
    }

    private static OptionalLong first(JsonNode usage, String... places) {
        return Stream.of(places)
                .map(usage::at)
                .filter(JsonNode::isNumber)
                .mapToLong(node -> Math.clamp(node.asLong(), 0, MOST_TOKENS))
                .findFirst();
    }
}
