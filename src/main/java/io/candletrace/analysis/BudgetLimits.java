package io.candletrace.analysis;

import io.candletrace.analysis.BudgetLimit.Scope;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Which limits a question is held against: those of the service, of the model, of the strategy and of the execution. */
public final class BudgetLimits {
    private static final String EVERYBODY = "all";

    private BudgetLimits() {}

    /** The limits that limit something; of the service's and the strategy's for one execution the smaller holds. */
    public static List<BudgetLimit> of(
            AnalysisConfig.Limits service, AnalysisConfig.Model model, ModelConfig name, Account account) {
        var own = account.limits();
        return Stream.of(
                        new BudgetLimit(Scope.SERVICE, EVERYBODY, true, service.dailyTokens(), service.dailyUsd()),
                        new BudgetLimit(
                                Scope.MODEL, name.name(), true, Optional.of(model.dailyTokens()), model.dailyUsd()),
                        new BudgetLimit(
                                Scope.STRATEGY,
                                Long.toString(account.strategy().value()),
                                true,
                                own.dailyTokens(),
                                own.dailyUsd()),
                        new BudgetLimit(
                                Scope.EXECUTION,
                                Long.toString(account.execution().value()),
                                false,
                                least(own.executionTokens(), service.executionTokens()),
                                least(own.executionUsd(), service.executionUsd())))
                .filter(BudgetLimit::limits)
                .toList();
    }

    private static <T extends Comparable<T>> Optional<T> least(Optional<T> one, Optional<T> other) {
        return Stream.of(one, other).flatMap(Optional::stream).min(Comparable::compareTo);
    }
}
