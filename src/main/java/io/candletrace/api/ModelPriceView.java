package io.candletrace.api;

import io.candletrace.analysis.PriceRecord;
import java.math.BigDecimal;
import java.time.Instant;

/**
 * A price: US dollars a million tokens.
 *
 * @param source {@code configuration} or {@code api}
 */
record ModelPriceView(
        long id,
        String model,
        String serviceTier,
        Instant effectiveFrom,
        BigDecimal input,
        BigDecimal inputCached,
        BigDecimal cacheWrite,
        BigDecimal output,
        BigDecimal outputReasoning,
        String source,
        String createdBy,
        String changeNote,
        Instant createdAt) {

    static ModelPriceView of(PriceRecord row) {
        var price = row.price();
        return new ModelPriceView(
                row.id().value(),
                price.model(),
                price.serviceTier(),
                price.effectiveFrom(),
                price.inputUncached(),
                price.inputCached(),
                price.cacheWrite(),
                price.outputVisible(),
                price.outputReasoning(),
                row.origin().source(),
                row.origin().createdBy(),
                row.origin().changeNote(),
                row.createdAt());
    }
}
