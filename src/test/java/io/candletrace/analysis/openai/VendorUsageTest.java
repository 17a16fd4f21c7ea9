package io.candletrace.analysis.openai;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.candletrace.analysis.Usage;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The objects are shaped as the vendors document them; the numbers are small so that a reader can add them up. */
class VendorUsageTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @ParameterizedTest
    @MethodSource("vendors")
    void sortsTokensIntoDisjointBuckets(String usage, Usage buckets) throws JsonProcessingException {
        assertThat(VendorUsage.of(JSON.readTree(usage))).contains(buckets);
    }

    static Stream<Arguments> vendors() {
        return Stream.of(
                argumentSet("plain", """
                        {"prompt_tokens": 100, "completion_tokens": 20, "total_tokens": 120}""", new Usage(100, 0, 0, 20, 0)),
                argumentSet("no total", """
                        {"prompt_tokens": 100, "completion_tokens": 20}""", new Usage(100, 0, 0, 20, 0)),
                argumentSet(
                        "OpenAI: the prompt holds the cache, the completion holds reasoning",
                        """
                        {"prompt_tokens": 100, "completion_tokens": 50, "total_tokens": 150,
                         "prompt_tokens_details": {"cached_tokens": 64, "audio_tokens": 0},
                         "completion_tokens_details": {"reasoning_tokens": 30, "accepted_prediction_tokens": 0}}""",
                        new Usage(36, 64, 0, 20, 30)),
                argumentSet("xAI: reasoning beside the completion", """
                        {"prompt_tokens": 12, "completion_tokens": 20, "total_tokens": 310,
                         "prompt_tokens_details": {"text_tokens": 12, "cached_tokens": 2},
                         "completion_tokens_details": {"reasoning_tokens": 278}}""", new Usage(10, 2, 0, 20, 278)),
                argumentSet("Gemini: thoughts only in the total", """
                        {"prompt_tokens": 100, "completion_tokens": 20, "total_tokens": 170}""", new Usage(100, 0, 0, 20, 50)),
                argumentSet("DeepSeek: hits and misses", """
                        {"prompt_tokens": 100, "completion_tokens": 50, "total_tokens": 150, "prompt_cache_hit_tokens": 64,
                         "prompt_cache_miss_tokens": 36, "completion_tokens_details": {"reasoning_tokens": 30}}""", new Usage(36, 64, 0, 20, 30)),
                argumentSet("Moonshot: cached beside the rest", """
                        {"prompt_tokens": 100, "completion_tokens": 20, "total_tokens": 120, "cached_tokens": 64}""", new Usage(36, 64, 0, 20, 0)),
                argumentSet("OpenRouter: cache writes", """
                        {"prompt_tokens": 100, "completion_tokens": 20, "total_tokens": 120, "cost": 0.1,
                         "prompt_tokens_details": {"cached_tokens": 10, "cache_write_tokens": 60}}""", new Usage(30, 10, 60, 20, 0)),
                argumentSet("Anthropic: the cache beside the input", """
                        {"input_tokens": 10, "output_tokens": 20, "cache_read_input_tokens": 60,
                         "cache_creation_input_tokens": 30, "total_tokens": 120}""", new Usage(10, 60, 30, 20, 0)),
                argumentSet("a cached part larger than the whole", """
                        {"prompt_tokens": 10, "completion_tokens": 5, "total_tokens": 15,
                         "prompt_tokens_details": {"cached_tokens": 99}}""", new Usage(0, 10, 0, 5, 0)),
                argumentSet("negative", """
                        {"prompt_tokens": -5, "completion_tokens": 5}""", new Usage(0, 0, 0, 5, 0)),
                argumentSet("null details", """
                        {"prompt_tokens": 7, "completion_tokens": 5, "total_tokens": 12, "prompt_tokens_details": null}""", new Usage(7, 0, 0, 5, 0)));
    }

    @ParameterizedTest
    @MethodSource("unreadable")
    void knowsNothing_whenTheObjectDoesNotSay(String usage) throws JsonProcessingException {
        assertThat(VendorUsage.of(JSON.readTree(usage))).isEmpty();
    }

    static Stream<String> unreadable() {
        return Stream.of("{}", "{\"prompt_tokens\": \"100\"}", "{\"total_tokens\": 5}");
    }

    @Property
    void addsUpToTheTotal_ofWhoeverCountsLikeOpenAi(
            @ForAll @IntRange(max = 5_000) int prompt,
            @ForAll @IntRange(max = 5_000) int completion,
            @ForAll @IntRange(max = 6_000) int cached,
            @ForAll @IntRange(max = 6_000) int reasoning)
            throws JsonProcessingException {
        var usage = """
                {"prompt_tokens": %d, "completion_tokens": %d, "total_tokens": %d,
                 "prompt_tokens_details": {"cached_tokens": %d}, "completion_tokens_details": {"reasoning_tokens": %d}}""".formatted(prompt, completion, prompt + completion, cached, reasoning);

        var buckets = VendorUsage.of(JSON.readTree(usage)).orElseThrow();

        assertThat(buckets.total()).isEqualTo(prompt + completion);
    }
}
