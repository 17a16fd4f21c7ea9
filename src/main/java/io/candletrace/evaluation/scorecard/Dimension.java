package io.candletrace.evaluation.scorecard;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** What scorecards tell apart. */
public enum Dimension {
    MODEL_CONFIG,
    RESPONSE_MODEL,
    TIMEFRAME,
    STRATEGY,
    PROMPT_VERSION,
    SYMBOL,
    MARKET_REGIME,
    MONTH;

    /** As users write it: {@code model_config}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The dimension of a code; empty when nobody has that code. */
    public static Optional<Dimension> ofCode(String code) {
        return Arrays.stream(values()).filter(one -> one.code().equals(code)).findFirst();
    }

    /** All codes, as a message lists them. */
    public static String codes() {
        return Arrays.stream(values()).map(Dimension::code).collect(Collectors.joining(", "));
    }
}
