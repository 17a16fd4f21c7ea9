package io.candletrace.analysis;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * The most that a call may take, estimated before it is sent.
 *
 * @param input tokens, the picture's included
 * @param output tokens, reasoning included
 * @param price what they are charged by; absent when nobody knows it
 */
public record WorstCase(long input, long output, Optional<ModelPrice> price) {
    /** Tokens of both. */
    public long tokens() {
        return input + output;
    }

    /** US dollars; absent when the price is not known. */
    public Optional<BigDecimal> usd() {
        return price.map(known -> known.most(input, output));
    }
}
