package io.candletrace.analysis;

import io.smallrye.mutiny.Uni;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Optional;

/**
 * Lets calls to models through as fast as they may be asked and as far as budgets go, counted over all replicas. What a call may
 * take at most is set aside before it is made, so that no number of replicas overspends a budget.
 */
public interface CallGate {
    /**
     * Asks for a turn. Fails with {@code BUDGET_EXCEEDED} when a budget does not allow the call, with {@code PRICE_UNKNOWN} when
     * money is limited and the worst case has no price, with {@code CANCELLED} when nobody wants the answer any more, and with {@code DATABASE_UNAVAILABLE}; nothing is set aside then.
     */
    Uni<Turn> enter(CallPlan plan);

    /**
     * What a call took of what was set aside for it; the rest is given back when the call is kept, see {@link CallLog#record}. A
     * reservation that is never settled counts in full once it has expired, or once a later attempt of its task asks for a turn.
     *
     * @param usd absent when it is not known; the worst case counts then
     */
    record Settlement(long reservation, long tokens, Optional<BigDecimal> usd) {}

    /** The answer to one who asks for a turn. */
    sealed interface Turn {
        /**
         * The call may be made after a pause.
         *
         * @param reservation what was set aside, to be given back
         * @param pause until the model may be asked
         */
        record Granted(long reservation, Duration pause) implements Turn {}

        /** As many calls as the model may have are under way; ask again soon. */
        record Full() implements Turn {}
    }
}
