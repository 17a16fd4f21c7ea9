package io.candletrace.analysis;

import io.candletrace.failure.FailureReason;
import io.candletrace.failure.ServiceException;
import java.time.Instant;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What the configuration says that a model charges.
 *
 * @param price of its service tier; effective from the epoch when {@code dated} is false
 * @param dated whether the configuration says from when on it holds
 */
public record ConfiguredPrice(ModelPrice price, boolean dated) {
    /**
     * The prices of all models that have one, by name.
     *
     * @throws ServiceException {@code MISCONFIGURED} for a price that cannot be exact
     */
    public static List<ConfiguredPrice> of(AnalysisConfig config) {
        return new TreeMap<>(config.models())
                .entrySet().stream()
                        .flatMap(model -> of(model.getKey(), model.getValue()))
                        .toList();
    }

    private static Stream<ConfiguredPrice> of(String name, AnalysisConfig.Model model) {
        var tier = ModelPrice.tier(model.serviceTier());
        return model.price().stream()
                .map(price -> new ConfiguredPrice(
                        price(name, tier, price), price.effectiveFrom().isPresent()));
    }

    private static ModelPrice price(String name, String tier, AnalysisConfig.Price price) {
        try {
            return new ModelPrice(
                    name,
                    tier,
                    price.effectiveFrom().orElse(Instant.EPOCH),
                    price.input(),
                    price.inputCached().orElse(price.input()),
                    price.cacheWrite().orElse(price.input()),
                    price.output(),
                    price.outputReasoning().orElse(price.output()));
        } catch (IllegalArgumentException wrong) {
            throw new ServiceException(
                    FailureReason.MISCONFIGURED,
                    "candletrace.analysis.models.\"" + name + "\".price cannot be used: " + wrong.getMessage(),
                    wrong);
        }
    }
}
