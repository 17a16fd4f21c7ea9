package io.candletrace.evaluation.outcome;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;

/**
 * What would have come of an idea, had it been traded by the {@link Terms}.
 *
 * <p>Touching a level is enough. A bar that opens beyond a level closes the trade at that open, be it the stop or the target.
 * Bars do not tell the order of their prices: when one reaches both stop and target it is the stop. In the bar of the fill only
 * what comes after the fill counts; of a limit order that was met within the bar, that is everything on the losing side of the
 * limit, but on the winning side the close only.
 */
public sealed interface Trade {

    /** As tables and answers spell it: {@code none}, {@code pending}, {@code not_filled}, {@code closed} or {@code excluded}. */
    default String status() {
        return switch (this) {
            case None _ -> "none";
            case Pending _ -> "pending";
            case NotFilled _ -> "not_filled";
            case Closed _ -> "closed";
            case Excluded _ -> "excluded";
        };
    }

    /** Nothing to trade: the prediction is FLAT or has no idea. */
    record None() implements Trade {}

    /** It waits for its entry or its exit, and the bars end. */
    record Pending() implements Trade {}

    /** The limit order expired, or its price was at or beyond the stop when it was met. */
    record NotFilled() implements Trade {}

    /**
     * It came and went. Rates are shares of the entry price and have 12 decimals.
     *
     * @param entry where it began
     * @param exit where it ended
     * @param reason what ended it
     * @param grossRate what was gained, in the trade's direction
     * @param netRate {@code grossRate} less the cost
     * @param realisedR the net gain over what the stop put at risk; absent when stop and entry are the same
     * @param favourableRate the most that it was ahead by; 0 or more. In the exit's bar a target counts as far as the exit, a
     *     stop not at all
     * @param adverseRate the most that it was behind by; 0 or more. In the exit's bar a stop counts as far as the exit, a target
     *     not at all
     * @param barsHeld 1 when it ended in the bar in which it began
     */
    record Closed(
            Quote entry,
            Quote exit,
            ExitReason reason,
            BigDecimal grossRate,
            BigDecimal netRate,
            Optional<BigDecimal> realisedR,
            BigDecimal favourableRate,
            BigDecimal adverseRate,
            int barsHeld)
            implements Trade {}

    /**
     * It cannot be judged.
     *
     * @param reason why
     */
    record Excluded(Exclusion reason) implements Trade {}

    /** What ends a trade. */
    enum ExitReason {
        STOP,
        TARGET_CONSERVATIVE,
        TARGET_AGGRESSIVE,
        /** The close of the last bar for which the idea is held. */
        HORIZON;

        /** As tables and answers spell it: {@code target_conservative}. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
