package io.candletrace.execution;

import io.candletrace.failure.FailureReason;
import io.candletrace.failure.ServiceException;
import io.candletrace.feed.BarFeed;
import io.candletrace.lineage.StrategyVersionId;
import io.candletrace.market.Symbol;
import io.candletrace.strategy.Strategies;
import io.candletrace.strategy.StrategyVersion;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Finds out whether a request is possible, and what it comes to. Writes nothing. */
@ApplicationScoped
class Intake {
    private final Strategies strategies;
    private final BarFeed feed;
    private final Clock clock;

    Intake(Strategies strategies, BarFeed feed, Clock clock) {
        this.strategies = strategies;
        this.feed = feed;
        this.clock = clock;
    }

    /** Fails with {@code IMPOSSIBLE_REQUEST} when there is no such strategy, it lacks a symbol, or {@code as_of} is in the future. */
    Uni<Intent> check(ExecutionRequest request) {
        return version(request).chain(version -> check(request, version));
    }

    /** The same for all of a pinned version, at a time that has passed. */
    Uni<Intent> check(StrategyVersionId id, AsOf asOf) {
        return strategies
                .version(id)
                .map(found -> found.orElseThrow(() -> impossible("strategy: there is no version of id " + id.value())))
                .map(version -> intent(version, asOf, version.symbols()));
    }

    private Uni<Intent> check(ExecutionRequest request, StrategyVersion version) {
        var symbols = symbols(request, version);
        return asOf(request, version, symbols).map(asOf -> intent(version, asOf, symbols));
    }

    private Intent intent(StrategyVersion version, AsOf asOf, List<Symbol> symbols) {
        var source = feed.first(version.feeds());
        return new Intent(
                version,
                asOf,
                source.profile().name(),
                symbols.stream().map(source::instrument).toList());
    }

    private Uni<StrategyVersion> version(ExecutionRequest request) {
        return strategies
                .find(request.strategy())
                .map(found -> found.orElseThrow(
                                () -> impossible("strategy: there is none called '" + request.strategy() + "'"))
                        .current());
    }

    private static List<Symbol> symbols(ExecutionRequest request, StrategyVersion version) {
        var symbols = request.symbols().orElse(version.symbols());
        var foreign = symbols.stream()
                .filter(symbol -> !version.symbols().contains(symbol))
                .map(Symbol::value)
                .collect(Collectors.joining(", "));
        if (!foreign.isEmpty()) {
            throw impossible("symbols: the strategy '" + version.name() + "' has no " + foreign);
        }
        if (symbols.isEmpty()) {
            throw impossible("symbols: at least one is needed, found none");
        }
        return symbols;
    }

    private Uni<AsOf> asOf(ExecutionRequest request, StrategyVersion version, List<Symbol> symbols) {
        var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        return request.asOf()
                .map(asked -> Uni.createFrom().item(() -> asked(asked, now)))
                .orElseGet(() -> feed.latestClose(version.feeds(), symbols).map(close -> latest(close, now)));
    }

    private static AsOf asked(Instant asked, Instant now) {
        if (asked.isAfter(now)) {
            throw impossible("as_of: expected a time that has passed, found " + asked + " at " + now);
        }
        return new AsOf(asked.truncatedTo(ChronoUnit.MICROS), "request");
    }

    private static AsOf latest(Optional<Instant> close, Instant now) {
        return close.map(instant -> new AsOf(instant, "latest_close")).orElseGet(() -> new AsOf(now, "now"));
    }

    private static ServiceException impossible(String detail) {
        return new ServiceException(FailureReason.IMPOSSIBLE_REQUEST, detail);
    }
}
