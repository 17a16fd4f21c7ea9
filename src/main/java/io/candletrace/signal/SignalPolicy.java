package io.candletrace.signal;

import io.candletrace.market.Timeframe;
import java.util.Optional;

/**
 * How analyses become one signal.
 *
 * @param decidingModel name of the model that decides; when absent the strategy's first that is not {@code rules-v1}, or
 *     {@code rules-v1} when it is the only one
 * @param primary the timeframe that decides; when absent the strategy's shortest
 * @param withoutConfirmation what a missing or failed confirmation means
 */
public record SignalPolicy(
        Optional<String> decidingModel, Optional<Timeframe> primary, WithoutConfirmation withoutConfirmation) {
    /** What happens when a higher timeframe has no verdict. */
    public enum WithoutConfirmation {
        HOLD,
        IGNORE,
        NO_SIGNAL
    }
}
