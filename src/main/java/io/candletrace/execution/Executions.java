package io.candletrace.execution;

import io.candletrace.failure.FailureReason;
import io.candletrace.failure.ServiceException;
import io.candletrace.feed.BarFeed;
import io.candletrace.feed.Instruments;
import io.candletrace.lineage.ExecutionId;
import io.candletrace.lineage.InstrumentId;
import io.candletrace.lineage.Recorded;
import io.candletrace.market.Instrument;
import io.candletrace.market.Symbol;
import io.candletrace.queue.TaskQueue;
import io.candletrace.strategy.Strategies;
import io.candletrace.strategy.StrategyVersion;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Accepts executions: what was accepted is in the database with its tasks and their places in the queue. */
@ApplicationScoped
public class Executions {
    private final Strategies strategies;
    private final BarFeed feed;
    private final Instruments instruments;
    private final Workflow workflow;
    private final TaskQueue queue;
    private final Clock clock;

    Executions(
            Strategies strategies,
            BarFeed feed,
            Instruments instruments,
            Workflow workflow,
            TaskQueue queue,
            Clock clock) {
        this.strategies = strategies;
        this.feed = feed;
        this.instruments = instruments;
        this.workflow = workflow;
        this.queue = queue;
        this.clock = clock;
    }

    /**
     * Accepts an execution, in one transaction with its tasks. Fails with {@code IMPOSSIBLE_REQUEST} when there is no such
     * strategy, it lacks a symbol, or {@code as_of} is in the future.
     */
    public Uni<ExecutionId> accept(ExecutionRequest request) {
        return version(request).chain(version -> accept(request, version)).invoke(queue::wake);
    }

    private Uni<ExecutionId> accept(ExecutionRequest request, StrategyVersion version) {
        var symbols = symbols(request, version);
        return asOf(request, version, symbols)
                .chain(asOf -> instruments(version, symbols, asOf.instant())
                        .chain(found -> workflow.accept(new Acceptance(version, asOf, request.requestedBy(), found))));
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

    private Uni<List<Recorded<InstrumentId, Instrument>>> instruments(
            StrategyVersion version, List<Symbol> symbols, Instant asOf) {
        var source = feed.first(version.feeds());
        var assumed = symbols.stream().map(source::instrument).toList();
        return instruments.findOrAdd(source.profile().name(), assumed, LocalDate.ofInstant(asOf, ZoneOffset.UTC));
    }

    private static ServiceException impossible(String detail) {
        return new ServiceException(FailureReason.IMPOSSIBLE_REQUEST, detail);
    }
}
