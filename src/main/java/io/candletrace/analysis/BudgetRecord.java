package io.candletrace.analysis;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A row of {@code budgets}: what may be spent and what was.
 *
 * @param scope {@code service model strategy execution}
 * @param subject the model's name, the id of the strategy or execution, {@code all} for the service
 * @param day UTC; absent for an execution's, which has no day
 * @param limitTokens as last configured; absent when tokens are not limited
 * @param limitUsd US dollars, as last configured; absent when money is not limited
 * @param spentTokens of calls that are over
 * @param reservedTokens that calls under way may use at most
 * @param spentUsd US dollars of calls that are over
 * @param reservedUsd US dollars that calls under way may cost at most
 */
public record BudgetRecord(
        String scope,
        String subject,
        Optional<LocalDate> day,
        Optional<Long> limitTokens,
        Optional<BigDecimal> limitUsd,
        long spentTokens,
        long reservedTokens,
        BigDecimal spentUsd,
        BigDecimal reservedUsd) {}
