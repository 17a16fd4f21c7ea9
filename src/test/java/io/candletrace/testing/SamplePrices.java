package io.candletrace.testing;

import io.candletrace.analysis.ModelPrice;
import java.math.BigDecimal;
import java.time.Instant;

/** Prices of models. */
public final class SamplePrices {
    private SamplePrices() {}

    /** A price that is the same for all input, and for all output. */
    public static ModelPrice price(String model, String tier, Instant from, String input) {
        return new ModelPrice(
                model, tier, from, million(input), million(input), million(input), million("8"), million("8"));
    }

    /**
     * A price of today's default tier.
     *
     * @param million of uncached, cached and written input, of visible and reasoning output: US dollars a million tokens
     */
    public static ModelPrice of(String... million) {
        return new ModelPrice(
                "priced",
                ModelPrice.DEFAULT_TIER,
                Instant.EPOCH,
                million(million[0]),
                million(million[1]),
                million(million[2]),
                million(million[3]),
                million(million[4]));
    }

    private static BigDecimal million(String dollars) {
        return new BigDecimal(dollars);
    }
}
