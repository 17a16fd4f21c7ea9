package io.candletrace.analysis;

import io.candletrace.lineage.ModelPriceId;
import java.time.Instant;

/**
 * A row of {@code model_prices}.
 *
 * @param price what is charged, and from when on
 * @param origin who says so
 * @param createdAt when it was entered, UTC
 */
public record PriceRecord(ModelPriceId id, ModelPrice price, Origin origin, Instant createdAt) {
    /**
     * Who says what a model charges, and why.
     *
     * @param source {@link #CONFIGURATION} or {@link #API}
     * @param createdBy for people
     * @param changeNote for people; may be empty
     */
    public record Origin(String source, String createdBy, String changeNote) {
        /** From the service's configuration. */
        public static final String CONFIGURATION = "configuration";

        /** From {@code POST /api/model-prices}. */
        public static final String API = "api";
    }
}
