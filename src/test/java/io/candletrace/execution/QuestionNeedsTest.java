package io.candletrace.execution;

import static org.assertj.core.api.Assertions.assertThat;

import io.candletrace.analysis.AnalysisConfig;
import io.candletrace.analysis.Usage;
import io.candletrace.analysis.VerdictSchema;
import io.candletrace.execution.Forecast.Needs;
import io.candletrace.execution.Forecast.Tokens;
import io.candletrace.prompt.PromptTemplate;
import io.candletrace.testing.ModelSettings;
import io.candletrace.testing.SamplePrices;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class QuestionNeedsTest {
    private static final QuestionNeeds KNOWN =
            new QuestionNeeds(Optional.of(SamplePrices.of("2.5", "0.25", "3.125", "10", "12")));
    private static final QuestionNeeds UNKNOWN = new QuestionNeeds(Optional.empty());

    /** 3,200 characters of tables, 400 of its own and the schema, at four a token. */
    private static final PromptTemplate TEMPLATE =
            new PromptTemplate("daily", 1, "en", "s".repeat(100), "b".repeat(300));

    private static final long TEXT = (3_600 + VerdictSchema.text().length() + 3) / 4;

    @Test
    void goesFromTheTenthPercentile_toTheMost() {
        var usages = LongStream.rangeClosed(1, 20)
                .mapToObj(i -> new Usage(100 * i, 0, 0, 0, 0))
                .toList();

        // The second of 20 is the tenth percentile: 200 x 2.5 millionths; the most is 2,000 x 2.5.
        assertNeeds(KNOWN.observed(usages), new Tokens(200, 2_000), "0.0005", "0.005");
    }

    @Test
    void reckonsHistory_bucketByBucket() {
        var reasoning = new Usage(10, 0, 0, 0, 90);
        var cached = new Usage(0, 1_000, 0, 10, 0);

        // 10 x 2.5 + 90 x 12 = 1,105 and 1,000 x 0.25 + 10 x 10 = 350 millionths: the most tokens are not the most
        // expensive.
        assertNeeds(KNOWN.observed(List.of(reasoning, cached)), new Tokens(100, 1_010), "0.00035", "0.001105");
    }

    @Test
    void takesTheOnlyOne_forBothEnds() {
        assertNeeds(KNOWN.observed(List.of(new Usage(4, 0, 0, 0, 0))), new Tokens(4, 4), "0.00001", "0.00001");
    }

    @Test
    void estimates_fromThePromptAlone_toARepairAtItsLongest() {
        var needs = KNOWN.estimated(TEMPLATE, model(Map.of("max-output-tokens", "1000", "image-tokens", "2000")));

        var input = TEXT + 2_000;
        assertThat(needs.tokens()).isEqualTo(new Tokens(input, 2 * input + 3_000));
        assertThat(needs.usd()).hasValueSatisfying(usd -> {
            // At the price of cached input, and at that of a cache write and of reasoning.
            assertThat(usd.low().movePointRight(6)).isEqualByComparingTo(String.valueOf(input / 4.0));
            assertThat(usd.high().movePointRight(6))
                    .isEqualByComparingTo(String.valueOf((2 * input + 1_000) * 3.125 + 2_000 * 12));
        });
    }

    @Test
    void countsNoPicture_forAModelThatSeesNone() {
        var needs = KNOWN.estimated(TEMPLATE, model(Map.of("max-output-tokens", "1", "vision", "false")));

        assertThat(needs.tokens().low()).isEqualTo(TEXT);
    }

    @Test
    void assumesAnAnswersLength_whereNoneIsConfigured() {
        var needs = KNOWN.estimated(TEMPLATE, model(Map.of("vision", "false")));

        assertThat(needs.tokens().high()).isEqualTo(2 * TEXT + 3 * 4_096);
    }

    @Test
    void knowsNoCost_withoutAPrice() {
        assertThat(UNKNOWN.observed(List.of(new Usage(4, 0, 0, 0, 0))).usd()).isEmpty();
        assertThat(UNKNOWN.estimated(TEMPLATE, model(Map.of())).usd()).isEmpty();
    }

    private static void assertNeeds(Needs needs, Tokens tokens, String low, String high) {
        assertThat(needs.tokens()).isEqualTo(tokens);
        assertThat(needs.usd()).hasValueSatisfying(usd -> {
            assertThat(usd.low()).isEqualByComparingTo(low);
            assertThat(usd.high()).isEqualByComparingTo(high);
        });
    }

    private static AnalysisConfig.Model model(Map<String, String> settings) {
        var all = new HashMap<>(settings);
        all.put("base-url", "https://localhost/v1");
        all.put("model", "gpt");
        return Optional.ofNullable(
                        ModelSettings.config(Map.of("vision", all)).models().get("vision"))
                .orElseThrow();
    }
}
