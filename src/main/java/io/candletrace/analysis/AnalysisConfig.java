package io.candletrace.analysis;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;

/** Which models can be asked, beside the offline baseline. */
@ConfigMapping(prefix = "candletrace.analysis")
public interface AnalysisConfig {
    /** The models by the name that strategies list: letters, digits, {@code . _ : -}; none may be called {@code rules-v1}. */
    Map<String, Model> models();

    /** What everybody together may spend. */
    Limits limits();

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

        /** Requests a minute of all replicas together; more wait. Repairs and retries count. */
        Optional<@Min(1) @Max(1_000_000) Integer> requestsPerMinute();

        /** Tokens a minute of all replicas together, at the worst case of each request as vendors count them; more wait. */
        Optional<@Min(1) @Max(1_000_000_000) Integer> tokensPerMinute();

        /** Tokens a day (UTC) of all replicas together after which the model is not asked any more; 0 forbids it. */
        @WithDefault("1000000")
        @Min(0)
        long dailyTokens();

        /** US dollars a day (UTC) of all replicas together; needs a price. */
        Optional<@DecimalMin("0") @DecimalMax("100000") BigDecimal> dailyUsd();

        /** The most tokens that a picture counts for; only budgets and limits use it, what is billed is what the vendor says. */
        @WithDefault("4000")
        @Min(0)
        @Max(1_000_000)
        int imageTokens();

        /** Sent as {@code service_tier}, for vendors that have tiers; its price is looked up by it. */
        Optional<String> serviceTier();

        /** The last day of which the model may know, as its vendor states it. */
        Optional<LocalDate> trainingCutoff();

        /** What it charges; absent when that comes by {@code POST /api/model-prices}, or is not known. */
        Optional<Price> price();

        /** How often a question is sent again after 408, 429, 5xx or a failed connection, 0 to 10. Each may cost. */
        @WithDefault("2")
        @Min(0)
        @Max(10)
        int retries();

        /** Retries per first call, over all questions: 0.1 allows one retry for ten calls, after some that are always allowed. */
        @WithDefault("0.1")
        @DecimalMin("0")
        @DecimalMax("10")
        double retryShare();
    }

    /** Prices, US dollars a million tokens, 0 to 10,000 with at most 6 decimals; entered in the list of prices at the start. */
    interface Price {
        /** From when on they hold, UTC; when absent a first price since always, a changed one from the start that finds it changed. */
        Optional<Instant> effectiveFrom();

        /** Of input that was not served from the vendor's cache. */
        @DecimalMin("0")
        BigDecimal input();

        /** Of input that was; the price of input when absent. */
        Optional<@DecimalMin("0") BigDecimal> inputCached();

        /** Of input written to the cache; the price of input when absent. */
        Optional<@DecimalMin("0") BigDecimal> cacheWrite();

        /** Of the answer. */
        @DecimalMin("0")
        BigDecimal output();

        /** Of hidden reasoning; the price of output when absent. */
        Optional<@DecimalMin("0") BigDecimal> outputReasoning();
    }

    /** How much everybody together may spend. What is absent is not limited. */
    interface Limits {
        /** Tokens of the whole service on a day (UTC). */
        Optional<@Min(0) Long> dailyTokens();

        /** US dollars of the whole service on a day (UTC). */
        Optional<@DecimalMin("0") @DecimalMax("100000") BigDecimal> dailyUsd();

        /** Tokens of one execution, beside what its strategy says. */
        Optional<@Min(0) Long> executionTokens();

        /** US dollars of one execution, beside what its strategy says. */
        Optional<@DecimalMin("0") @DecimalMax("100000") BigDecimal> executionUsd();
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
