package io.candletrace.api;

import io.candletrace.analysis.AnalysisConfig.Model;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;

/**
 * How a model is asked: what is sent, and how often. What is absent is not sent, or not limited.
 *
 * @param responseFormat {@code json_schema json_object none}
 * @param timeoutSeconds of one round, retries included
 * @param concurrency calls at the same time, over all replicas
 * @param requestsPerMinute over all replicas
 * @param tokensPerMinute over all replicas
 * @param dailyTokens over all replicas
 * @param dailyUsd US dollars, over all replicas
 */
record ModelSettingsView(
        String responseFormat,
        Optional<Double> temperature,
        Optional<Integer> seed,
        Optional<String> reasoningEffort,
        Optional<Integer> maxOutputTokens,
        String maxOutputTokensParameter,
        Optional<String> serviceTier,
        Optional<LocalDate> trainingCutoff,
        long timeoutSeconds,
        int retries,
        int concurrency,
        Optional<Integer> requestsPerMinute,
        Optional<Integer> tokensPerMinute,
        long dailyTokens,
        Optional<BigDecimal> dailyUsd) {

    static ModelSettingsView of(Model model) {
        return new ModelSettingsView(
                word(model.responseFormat()),
                model.temperature(),
                model.seed(),
                model.reasoningEffort(),
                model.maxOutputTokens(),
                word(model.maxOutputTokensParameter()),
                model.serviceTier(),
                model.trainingCutoff(),
                model.timeout().toSeconds(),
                model.retries(),
                model.concurrency(),
                model.requestsPerMinute(),
                model.tokensPerMinute(),
                model.dailyTokens(),
                model.dailyUsd());
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
