package io.candletrace.testing;

/** What a model says about a chart that closes at 139. */
public final class SampleAnswers {
    private SampleAnswers() {}

    /** A BUY that follows the schema. */
    public static String buy(String symbol) {
        return """
                {"symbol": "%s", "readings": [], "key_patterns": ["higher lows"], "support_levels": [137.5, 132], "resistance_levels": [142],
                 "reasoning": "Price holds above its averages.", "trend_direction": "bullish", "recommendation": "BUY",
                 "confidence": 0.78, "entry_low": 138.5, "entry_high": 139.2, "stop_loss": 135, "targets": [142, 146.25],
                 "r_multiple": 0.67}\
                """.formatted(symbol);
    }

    /** A HOLD that follows the schema, about a chart at any price. */
    public static String hold(String symbol) {
        return """
                {"symbol": "%s", "readings": [], "key_patterns": [], "support_levels": [], "resistance_levels": [],
                 "reasoning": "Nothing speaks clearly.", "trend_direction": "neutral", "recommendation": "HOLD",
                 "confidence": null, "entry_low": null, "entry_high": null, "stop_loss": null, "targets": [],
                 "r_multiple": null}\
                """.formatted(symbol);
    }
}
