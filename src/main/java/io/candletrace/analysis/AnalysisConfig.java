package io.candletrace.analysis;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;

/** Which models can be asked, beside the offline baseline. */
@ConfigMapping(prefix = "candletrace.analysis")
public interface AnalysisConfig {
    /** The models by the name that strategies list: letters, digits, {@code . _ : -}; none may be called {@code rules-v1}. */
    Map<String, Model> models();

    /** A model behind an OpenAI-compatible endpoint. What is not configured is not sent. */
    interface Model {
        /** Where {@code /chat/completions} lies under, http or https: {@code https://api.openai.com/v1}. */
        URI baseUrl();

        /** Sent as a bearer token; without one no {@code Authorization} header is sent. */
        Optional<String> apiKey();

        /** The vendor's id of the model. */
        @NotBlank
        String model();

        /** Whether the picture is sent; without it the model reads the numbers only. */
        @WithDefault("true")
        boolean vision();

        /** Whether somebody else runs it: tables of bars whose source forbids passing them on are then left out of its prompts. */
        @WithDefault("true")
        boolean thirdParty();

        /** How the answer's form is asked for; vendors differ in what they accept. */
        @WithDefault("json_schema")
        ResponseFormat responseFormat();

        /** Sampling temperature, 0 to 2; many reasoning models refuse the parameter. */
        Optional<@DecimalMin("0") @DecimalMax("2") Double> temperature();

        /** Seed of the sampling, for vendors that have one. */
        Optional<Integer> seed();

        /** How much a reasoning model thinks, in the vendor's word: {@code low}, {@code high}. */
        Optional<String> reasoningEffort();

        /** Longest answer in tokens, reasoning included; too small a value truncates answers. */
        Optional<@Min(1) @Max(1_000_000) Integer> maxOutputTokens();

        /** Under which name the longest answer is sent; newer models refuse {@code max_tokens}. */
        @WithDefault("max_completion_tokens")
        TokenLimit maxOutputTokensParameter();

        /**
         * How long one question may take from its first byte sent to its last byte received, retries and their pauses included;
         * 1 s to 30 min. A repair round has as long again. A larger value keeps a task waiting for a dead endpoint.
         */
        @WithDefault("120s")
        @DurationMin(seconds = 1)
        @DurationMax(minutes = 30)
        Duration timeout();

        /** How many questions are with the endpoint at the same time, 1 to 1,000; more wait in line. */
        @WithDefault("8")
        @Min(1)
        @Max(1_000)
        int concurrency();

        /** Tokens a day (UTC) after which the model is not asked any more; 0 forbids it. */
        @WithDefault("1000000")
        @Min(0)
        long dailyTokens();

        /** How often a question is sent again after 408, 429, 5xx or a failed connection, 0 to 10. Each may cost. */
        @WithDefault("2")
        @Min(0)
        @Max(10)
        int retries();
    }

    /** How the form of an answer is asked for. */
    enum ResponseFormat {
        /** By a strict JSON schema in the request. */
        JSON_SCHEMA,
        /** As some JSON object; the schema stands in the prompt. */
        JSON_OBJECT,
        /** Only by the schema in the prompt. */
        NONE
    }

    /** The names under which vendors know the longest answer. */
    enum TokenLimit {
        MAX_COMPLETION_TOKENS,
        MAX_TOKENS
    }
}
