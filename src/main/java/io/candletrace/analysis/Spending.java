package io.candletrace.analysis;

import io.candletrace.lineage.ModelPriceId;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * What a call took, or all calls of a question.
 *
 * @param usage tokens
 * @param usd US dollars, exact to 12 decimals; absent when it, or that of any call, is not known
 * @param price the price it was computed with, of several calls the last one's; absent when nothing was charged or none is known
 */
public record Spending(Usage usage, Optional<BigDecimal> usd, Optional<ModelPriceId> price) {
    /** Nothing was asked of anybody who charges. */
    public static final Spending NONE = new Spending(Usage.NONE, Optional.of(BigDecimal.ZERO), Optional.empty());

    /** Both together: unknown when either is. */
    public Spending plus(Spending later) {
        return new Spending(
                usage.plus(later.usage), usd.flatMap(known -> later.usd.map(known::add)), later.price.or(() -> price));
    }
}
