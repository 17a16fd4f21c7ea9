package io.candletrace.api;

import io.candletrace.analysis.Analysts;
import io.candletrace.analysis.ModelConfig;
import io.candletrace.analysis.ModelPrice;
import io.candletrace.analysis.PriceRecord.Origin;
import io.candletrace.failure.FailureReason;
import io.candletrace.failure.ServiceException;
import io.candletrace.request.Parameters;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What {@code POST /api/model-prices} holds: US dollars a million tokens.
 *
 * @param model our name
 * @param serviceTier in the vendor's word; {@code default} when absent
 * @param effectiveFrom from when on it holds; now when absent. A time in the past does not re-cost calls made before it was
 *     entered
 * @param inputCached as input when absent
 * @param cacheWrite as input when absent
 * @param outputReasoning as output when absent
 */
record ModelPriceInput(
        Optional<String> model,
        Optional<String> serviceTier,
        Optional<String> effectiveFrom,
        Optional<BigDecimal> input,
        Optional<BigDecimal> inputCached,
        Optional<BigDecimal> cacheWrite,
        Optional<BigDecimal> output,
        Optional<BigDecimal> outputReasoning,
        Optional<String> createdBy,
        Optional<String> changeNote) {

    private static final int MAX_NAME = 64;
    private static final int MAX_NOTE = 1_000;

    ModelPrice toPrice(Analysts analysts, Instant now) {
        var fresh = price("input", Inputs.required("input", input));
        var answer = price("output", Inputs.required("output", output));
        return new ModelPrice(
                known(analysts),
                tier(),
                Parameters.instant("effective_from", effectiveFrom).orElse(now),
                fresh,
                inputCached.map(given -> price("input_cached", given)).orElse(fresh),
                cacheWrite.map(given -> price("cache_write", given)).orElse(fresh),
                answer,
                outputReasoning.map(given -> price("output_reasoning", given)).orElse(answer));
    }

    Origin origin() {
        return new Origin(
                Origin.API,
                Parameters.text("created_by", createdBy.orElse(Origin.API), MAX_NAME),
                Parameters.text("change_note", changeNote.orElse(""), MAX_NOTE));
    }

    private String known(Analysts analysts) {
        var name = Inputs.required("model", model);
        return analysts.find(name)
                .filter(found -> !found.rules())
                .map(ModelConfig::name)
                .orElseThrow(() -> impossible("model", "one that charges, of " + charging(analysts), name));
    }

    private static String charging(Analysts analysts) {
        return analysts.all().stream()
                .filter(model -> !model.rules())
                .map(ModelConfig::name)
                .collect(Collectors.joining(", ", "[", "]"));
    }

    private String tier() {
        var tier = Parameters.text("service_tier", serviceTier.orElse(ModelPrice.DEFAULT_TIER), MAX_NAME);
        if (tier.isBlank()) {
            throw Parameters.invalid("service_tier", "the vendor's word", tier);
        }
        return tier;
    }

    private static BigDecimal price(String name, BigDecimal million) {
        if (!ModelPrice.possible(million)) {
            throw impossible(name, "US dollars a million tokens, " + ModelPrice.RANGE, million.toString());
        }
        return million;
    }

    private static ServiceException impossible(String name, String expected, String found) {
        var told = Parameters.invalid(name, expected, found);
        return new ServiceException(FailureReason.IMPOSSIBLE_REQUEST, told.detail());
    }
}
