package io.candletrace.analysis;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;

/**
 * A limit that a call is held against.
 *
 * @param scope whose calls count
 * @param subject whose exactly: the model's name, the id of the strategy or execution, {@code all}
 * @param daily whether it starts anew every day (UTC)
 * @param tokens limit; absent when tokens are not limited
 * @param usd limit, US dollars; absent when money is not limited
 */
public record BudgetLimit(Scope scope, String subject, boolean daily, Optional<Long> tokens, Optional<BigDecimal> usd) {
    /** Whose calls count. */
    public enum Scope {
        SERVICE,
        MODEL,
        STRATEGY,
        EXECUTION;

        /** As {@code budgets.scope} has it. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Whether anything is limited at all. */
    boolean limits() {
        return tokens.isPresent() || usd.isPresent();
    }
}
