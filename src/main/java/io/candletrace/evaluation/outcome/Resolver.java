package io.candletrace.evaluation.outcome;

import io.candletrace.evaluation.outcome.ForwardReturn.Excluded;
import io.candletrace.evaluation.outcome.ForwardReturn.Pending;
import io.candletrace.evaluation.outcome.ForwardReturn.Resolved;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;

/**
 * Resolves what was predicted against the bars that came after.
 *
 * <p>The entry is the open of the first bar that opens when the prediction was known and its decision bar had closed, or later:
 * never a bar that was seen. A horizon's return is excluded when a suspect date lies after the session of the entry and not
 * after that of the exit; a trade, whose levels are of the decision day, when one lies after the session of the decision bar. Of
 * what the bars do not reach nothing is told, but a trade that ended earlier is closed.
 */
public final class Resolver {
    private final Timeline timeline;
    private final Benchmark benchmark;
    private final Terms terms;

    /** Indexes the market once, for any number of predictions about it. */
    public Resolver(Market market, Terms terms) {
        this.timeline = new Timeline(market);
        this.benchmark = new Benchmark(market.benchmark().orElse(List.of()));
        this.terms = terms;
    }

    /** What came of it. The same prediction, market and terms always give an equal resolution. */
    public Resolution resolve(Prediction prediction) {
        if (timeline.size() == 0) {
            return without(prediction, Pending::new, new Trade.Pending());
        }
        var decision = timeline.lastClosedBy(prediction.lastBarClosedAt());
        if (decision < 0) {
            return without(
                    prediction,
                    horizon -> new Excluded(horizon, Exclusion.DECISION_BAR_MISSING),
                    new Trade.Excluded(Exclusion.DECISION_BAR_MISSING));
        }
        var entry = timeline.firstFrom(prediction.earliestEntry());
        var conversion = timeline.conversion(decision);
        return new Resolution(
                prediction.id(),
                entry(entry, conversion),
                returns(horizon -> forward(prediction.direction(), entry, horizon, conversion)),
                traded(prediction)
                        .map(idea -> Simulation.of(timeline, terms, prediction.direction(), idea, conversion)
                                .run(decision, entry))
                        .orElseGet(Trade.None::new));
    }

    private Resolution without(Prediction prediction, IntFunction<ForwardReturn> answer, Trade trade) {
        return new Resolution(
                prediction.id(),
                Optional.empty(),
                returns(answer),
                traded(prediction).map(_ -> trade).orElseGet(Trade.None::new));
    }

    private static Optional<Idea> traded(Prediction prediction) {
        return prediction.idea().filter(_ -> prediction.direction() != Direction.FLAT);
    }

    private List<ForwardReturn> returns(IntFunction<ForwardReturn> answer) {
        return terms.horizons().stream().map(answer::apply).toList();
    }

    private Optional<Quote> entry(int entry, Conversion conversion) {
        if (entry == timeline.size()) {
            return Optional.empty();
        }
        var bar = timeline.bar(entry);
        return Optional.of(Quote.atOpen(bar, conversion.price(bar.open())));
    }

    private ForwardReturn forward(Direction direction, int entry, int horizon, Conversion conversion) {
        if (horizon > timeline.size() - entry) {
            return new Pending(horizon);
        }
        var exit = entry + horizon - 1;
        if (timeline.firstSuspect(entry) <= exit) {
            return new Excluded(horizon, Exclusion.UNADJUSTED_SPLIT);
        }
        var first = timeline.bar(entry);
        var last = timeline.bar(exit);
        var rate = Rates.change(first.open(), last.close());
        return new Resolved(
                horizon,
                Quote.byClose(last, conversion.price(last.close())),
                rate,
                benchmark.change(first, last).map(rate::subtract),
                hit(direction, rate));
    }

    private static Optional<Boolean> hit(Direction direction, BigDecimal rate) {
        return direction == Direction.FLAT ? Optional.empty() : Optional.of(rate.signum() == direction.sign());
    }
}
