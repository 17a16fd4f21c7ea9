package io.candletrace.evaluation.effect;

import io.candletrace.evaluation.outcome.Regime;
import java.util.List;

/** The two states that a market regime holds, which is found for every subject, whatever indicators a strategy asks for. */
final class RegimeStates {
    static final String AVERAGE = "SMA(200)";
    private static final String RANGE = "ATR(14)";

    private RegimeStates() {}

    /** Empty when the regime is not known. */
    static List<IndicatorState> of(Regime regime) {
        return switch (regime) {
            case ABOVE_SMA200_LOW_ATR -> List.of(above(), lowest());
            case ABOVE_SMA200_MIDDLE_ATR -> List.of(above(), middle());
            case ABOVE_SMA200_HIGH_ATR -> List.of(above(), highest());
            case BELOW_SMA200_LOW_ATR -> List.of(below(), lowest());
            case BELOW_SMA200_MIDDLE_ATR -> List.of(below(), middle());
            case BELOW_SMA200_HIGH_ATR -> List.of(below(), highest());
            case UNKNOWN -> List.of();
        };
    }

    private static IndicatorState above() {
        return new IndicatorState(AVERAGE, "above");
    }

    private static IndicatorState below() {
        return new IndicatorState(AVERAGE, "below");
    }

    private static IndicatorState lowest() {
        return new IndicatorState(RANGE, "lowest_third");
    }

    private static IndicatorState middle() {
        return new IndicatorState(RANGE, "middle_third");
    }

    private static IndicatorState highest() {
        return new IndicatorState(RANGE, "highest_third");
    }
}
