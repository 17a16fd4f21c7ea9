package io.candletrace.analysis;

import io.candletrace.lineage.ExecutionId;
import io.candletrace.lineage.StrategyId;

/**
 * Who pays for a question.
 *
 * @param execution the run it is part of
 * @param strategy whose run it is
 * @param limits of that strategy
 */
public record Account(ExecutionId execution, StrategyId strategy, SpendingLimits limits) {}
