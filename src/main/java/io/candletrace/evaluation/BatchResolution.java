package io.candletrace.evaluation;

import io.candletrace.evaluation.ForwardBars.Kept;
import io.candletrace.evaluation.outcome.BaseRates;
import io.candletrace.evaluation.outcome.ForwardReturn;
import io.candletrace.evaluation.outcome.Market;
import io.candletrace.evaluation.outcome.MarketRegime;
import io.candletrace.evaluation.outcome.Prediction;
import io.candletrace.evaluation.outcome.Regime;
import io.candletrace.evaluation.outcome.Resolution;
import io.candletrace.evaluation.outcome.Resolver;
import io.candletrace.evaluation.outcome.Terms;
import io.candletrace.evaluation.outcome.Trade;
import io.candletrace.thread.Hop;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

/** Resolves a batch: fetches its bars, keeps them, and holds every prediction against them. */
@ApplicationScoped
class BatchResolution {
    /** A bar that has only just closed may be late. */
    private static final Duration SETTLED_AFTER = Duration.ofMinutes(1);

    private final ForwardBars bars;
    private final EvaluationConfig config;
    private final Clock clock;

    BatchResolution(ForwardBars bars, EvaluationConfig config, Clock clock) {
        this.bars = bars;
        this.config = config;
        this.clock = clock;
    }

    /** What became of it. Fails as {@link ForwardBars} does. */
    Uni<Findings> resolve(Batch batch) {
        var terms = new Terms(
                config.horizons().stream().sorted().distinct().toList(),
                config.entry(),
                config.target(),
                config.costRate());
        return bars.of(batch, terms.horizons())
                .chain(kept -> benchmark(batch, kept)
                        .chain(benchmark -> Hop.blocking(() -> findings(batch, terms, kept, benchmark))));
    }

    private Uni<Optional<Kept>> benchmark(Batch batch, Kept kept) {
        return batch.benchmark()
                .map(symbol -> bars.benchmark(batch, symbol, kept.series()))
                .orElseGet(() -> Uni.createFrom().item(Optional.empty()));
    }

    private Findings findings(Batch batch, Terms terms, Kept kept, Optional<Kept> benchmark) {
        var market = new Market(
                kept.series().bars(),
                kept.basis(),
                kept.splits(),
                kept.suspects(),
                benchmark.map(other -> other.series().bars()));
        var resolver = new Resolver(market, terms);
        var regimes = MarketRegime.of(kept.series());
        var reach = new Reach(kept.series().instrument().calendar(), batch.timeframe(), terms.horizons());
        var last = kept.series().last().closesAt();
        return new Findings(
                terms,
                kept.snapshot(),
                benchmark.map(Kept::snapshot),
                batch.subjects().stream()
                        .map(subject -> judged(subject, resolver.resolve(subject.prediction()), regimes, reach, last))
                        .toList(),
                terms.horizons().stream()
                        .map(horizon -> BaseRates.of(market, horizon))
                        .toList());
    }

    private Judged judged(Subject subject, Resolution resolution, MarketRegime regimes, Reach reach, Instant last) {
        var prediction = subject.prediction();
        Optional<Regime> regime =
                subject.regimeKnown() ? Optional.empty() : Optional.of(regimes.asOf(prediction.lastBarClosedAt()));
        return new Judged(
                subject, resolution, regime, watchedTo(resolution, last), dueAt(prediction, resolution, reach, last));
    }

    /** What is excluded may be judged once a split is recorded, whichever of the bars it is about. */
    private static Optional<Instant> watchedTo(Resolution resolution, Instant last) {
        var returns = resolution.returns().stream().flatMap(forward -> switch (forward) {
            case ForwardReturn.Resolved over -> Stream.of(over.exit().at());
            case ForwardReturn.Excluded _ -> Stream.of(last);
            case ForwardReturn.Pending _ -> Stream.<Instant>empty();
        });
        var trade = switch (resolution.trade()) {
            case Trade.Closed closed -> Stream.of(closed.exit().at());
            case Trade.Excluded _ -> Stream.of(last);
            case Trade.None _, Trade.Pending _, Trade.NotFilled _ -> Stream.<Instant>empty();
        };
        return Stream.concat(returns, trade).max(Instant::compareTo);
    }

    /** After the close that it waits for; much later when that bar should be there already. */
    private Optional<Instant> dueAt(Prediction prediction, Resolution resolution, Reach reach, Instant last) {
        var now = clock.instant();
        return reach.next(prediction, resolution, last)
                .map(close -> close.plus(SETTLED_AFTER))
                .map(due -> due.isAfter(now) ? due : now.plus(config.lookAgainAfter()));
    }
}
