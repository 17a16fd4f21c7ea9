package io.candletrace.lineage;

/**
 * The key of a row of {@code model_prices}.
 *
 * @param value positive
 */
public record ModelPriceId(long value) {
    public ModelPriceId {
        if (value <= 0) {
            throw new IllegalArgumentException("an id is positive, was " + value);
        }
    }
}
