package io.candletrace.analysis;

import io.candletrace.failure.FailureReason;
import io.candletrace.failure.ServiceException;
import io.candletrace.lineage.CanonicalJson;
import io.candletrace.lineage.Sha256;
import java.net.URI;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Turns a model of the configuration into its public description. */
final class ConfiguredModel {
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._:-]{0,63}");

    private static final Pattern KEY = Pattern.compile("[\\x21-\\x7e]+");

    private ConfiguredModel() {}

    static ModelConfig of(String name, AnalysisConfig.Model model) {
        if (!NAME.matcher(name).matches()) {
            throw misconfigured(
                    name, "a name is 1 to 64 letters, digits and . _ : - and starts with a letter or digit");
        }
        if (name.equals(ModelConfig.RULES) || model.model().equals(ModelConfig.RULES)) {
            throw misconfigured(name, "rules-v1 is the offline baseline and cannot be a configured model");
        }
        requireAddress(name, model.baseUrl());
        if (model.apiKey().filter(key -> !KEY.matcher(key).matches()).isPresent()) {
            throw misconfigured(name, "api-key is printable ASCII without spaces");
        }
        return new ModelConfig(
                name, model.baseUrl().getHost(), model.model(), model.vision(), model.thirdParty(), fingerprint(model));
    }

    // The message never repeats the address: what is wrong with it may be the credentials that it holds.
    private static void requireAddress(String name, URI address) {
        var scheme = String.valueOf(address.getScheme());
        if (!scheme.equals("http") && !scheme.equals("https") || address.getHost() == null) {
            throw misconfigured(name, "base-url is http://host/… or https://host/…");
        }
        if (address.getRawUserInfo() != null || address.getRawQuery() != null || address.getRawFragment() != null) {
            throw misconfigured(name, "base-url has no user, query or fragment; a key goes into api-key");
        }
    }

    private static Sha256 fingerprint(AnalysisConfig.Model model) {
        var shape = new TreeMap<String, Object>();
        shape.put("base_url", model.baseUrl().toString());
        shape.put("model", model.model());
        shape.put("vision", model.vision());
        shape.put("response_format", model.responseFormat().name());
        model.temperature().ifPresent(value -> shape.put("temperature", value));
        model.seed().ifPresent(value -> shape.put("seed", value));
        model.serviceTier().ifPresent(value -> shape.put("service_tier", value));
        model.trainingCutoff().ifPresent(value -> shape.put("training_cutoff", value.toString()));
        model.reasoningEffort().ifPresent(value -> shape.put("reasoning_effort", value));
        model.maxOutputTokens().ifPresent(value -> shape.put("max_output_tokens", value));
        model.maxOutputTokens()
                .ifPresent(value -> shape.put(
                        "max_output_tokens_parameter",
                        model.maxOutputTokensParameter().name()));
        return Sha256.of(CanonicalJson.write(shape));
    }

    private static ServiceException misconfigured(String name, String rule) {
        return new ServiceException(
                FailureReason.MISCONFIGURED, "candletrace.analysis.models.\"" + name + "\" cannot be used: " + rule);
    }
}
