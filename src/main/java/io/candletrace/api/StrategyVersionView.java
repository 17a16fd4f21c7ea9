package io.candletrace.api;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.candletrace.strategy.StrategyVersion;
import java.time.Instant;

/**
 * A version of a strategy.
 *
 * @param id as executions and signals name it
 * @param name the strategy's
 */
record StrategyVersionView(
        long id,
        long strategyId,
        String name,
        Instant createdAt,
        @JsonUnwrapped StrategyView.VersionView version) {

    static StrategyVersionView of(StrategyVersion version) {
        return new StrategyVersionView(
                version.id().value(),
                version.strategy().value(),
                version.name(),
                version.making().at(),
                StrategyView.VersionView.of(version));
    }
}
