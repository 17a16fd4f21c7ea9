package io.candletrace.api;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.candletrace.market.Symbol;
import io.candletrace.market.Timeframe;
import io.candletrace.schedule.Punctuality;
import io.candletrace.strategy.Schedule;
import io.candletrace.strategy.Strategy;
import io.candletrace.strategy.StrategyVersion;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A strategy with its current version.
 *
 * @param pausedAt since when none of its fires is wanted
 * @param nextExecutionAt its next fire, or the oldest that was not dealt with yet
 * @param scheduleError what went wrong with the last fire that left no execution behind
 * @param expectedAsOf its last fire that should have run
 * @param lastSuccessfulAsOf of its last scheduled execution that completed
 * @param overdue whether the expected one has not completed in time
 * @param createdAt of the strategy
 * @param versionCreatedAt of the version
 */
record StrategyView(
        long id,
        String name,
        String description,
        boolean active,
        Optional<String> schedule,
        String timeZone,
        String catchUp,
        Optional<Instant> pausedAt,
        String pauseReason,
        Optional<Instant> nextExecutionAt,
        Optional<String> scheduleError,
        Optional<Instant> expectedAsOf,
        Optional<Instant> lastSuccessfulAsOf,
        boolean overdue,
        Instant createdAt,
        long currentVersionId,
        Instant versionCreatedAt,
        @JsonUnwrapped VersionView current) {

    static StrategyView of(Strategy strategy, Punctuality punctuality) {
        var current = strategy.current();
        var standing = strategy.standing();
        return new StrategyView(
                current.strategy().value(),
                current.name(),
                current.description(),
                strategy.active(),
                strategy.schedule().map(Schedule::text),
                strategy.timeZone().getId(),
                strategy.catchUp().name().toLowerCase(Locale.ROOT),
                standing.pausedAt(),
                standing.pauseReason(),
                standing.nextExecutionAt(),
                standing.scheduleError(),
                punctuality.expectedAsOf(),
                punctuality.lastSuccessfulAsOf(),
                punctuality.overdue(),
                strategy.createdAt(),
                current.id().value(),
                current.making().at(),
                VersionView.of(current));
    }

    /**
     * What a version says.
     *
     * @param prompts timeframe to template id
     */
    record VersionView(
            int version,
            String createdBy,
            String changeNote,
            List<String> symbols,
            List<String> timeframes,
            Map<String, Object> indicators,
            int displayedBars,
            Map<String, Long> prompts,
            List<String> models,
            List<String> feeds,
            String adjustment,
            boolean acceptUnadjustedSplits,
            String priceScale,
            Optional<String> benchmark,
            int horizonBars,
            Map<String, Object> signalPolicy,
            Map<String, Object> riskParams,
            Map<String, Object> budget) {

        static VersionView of(StrategyVersion version) {
            return new VersionView(
                    version.version(),
                    version.making().origin().createdBy(),
                    version.making().origin().changeNote(),
                    version.symbols().stream().map(Symbol::value).toList(),
                    version.timeframes().stream().map(Timeframe::code).toList(),
                    version.indicators().toMap(),
                    version.displayedBars(),
                    prompts(version),
                    version.models(),
                    version.feeds(),
                    version.adjustment().code(),
                    version.acceptUnadjustedSplits(),
                    version.priceScale().name().toLowerCase(Locale.ROOT),
                    version.benchmark().map(Symbol::value),
                    version.horizonBars(),
                    version.policy().toMap(),
                    version.riskParams(),
                    version.budget().toMap());
        }

        private static Map<String, Long> prompts(StrategyVersion version) {
            var ids = new TreeMap<String, Long>();
            version.prompts().forEach((timeframe, template) -> ids.put(timeframe.code(), template.value()));
            return ids;
        }
    }
}
