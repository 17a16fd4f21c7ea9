package io.candletrace.evaluation.outcome;

import io.candletrace.evaluation.outcome.Trade.Closed;
import io.candletrace.evaluation.outcome.Trade.Excluded;
import io.candletrace.evaluation.outcome.Trade.ExitReason;
import io.candletrace.evaluation.outcome.Trade.Pending;
import io.candletrace.market.Bar;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Holds a position until its stop, its target or its horizon.
 *
 * @param timeline the bars
 * @param sided the same as the trade's side sees them
 * @param terms which target counts, and the cost
 * @param idea the levels
 * @param position what is held
 */
record Holding(Timeline timeline, List<SidedBar> sided, Terms terms, SidedIdea idea, Position position) {

    /** What came of it; no bar from this index on has the levels' terms. */
    Trade outcome(int end) {
        var excursion = Excursion.from(position.price());
        for (var i = position.index(); i < timeline.size(); i++) {
            if (i >= end) {
                return new Excluded(Exclusion.UNADJUSTED_SPLIT);
            }
            var entered = i == position.index();
            var bar = entered ? position.rest() : sided.get(i);
            var exit = exit(i, bar, entered ? position.at() : timeline.bar(i).opensAt());
            if (exit.isPresent()) {
                return closed(i, exit.get(), exit.get().counted(excursion, bar));
            }
            excursion = excursion.through(bar);
        }
        return new Pending();
    }

    /** The stop before the target, because the bar does not tell which came first. */
    private Optional<Exit> exit(int index, SidedBar bar, Instant begins) {
        var closes = timeline.bar(index).closesAt();
        var target = terms.target().reason();
        if (bar.open().compareTo(idea.stop()) <= 0) {
            return Optional.of(new Exit(bar.open(), begins, ExitReason.STOP));
        }
        if (bar.open().compareTo(idea.target()) >= 0) {
            return Optional.of(new Exit(bar.open(), begins, target));
        }
        if (bar.worst().compareTo(idea.stop()) <= 0) {
            return Optional.of(new Exit(idea.stop(), closes, ExitReason.STOP));
        }
        if (bar.best().compareTo(idea.target()) >= 0) {
            return Optional.of(new Exit(idea.target(), closes, target));
        }
        return barsHeld(index) == idea.horizonBars()
                ? Optional.of(new Exit(bar.close(), closes, ExitReason.HORIZON))
                : Optional.empty();
    }

    private Closed closed(int index, Exit exit, Excursion excursion) {
        var entry = position.price().abs();
        var gain = exit.price().subtract(position.price());
        var gross = Rates.share(gain, entry);
        return new Closed(
                quote(timeline.bar(position.index()), position.at(), position.price()),
                quote(timeline.bar(index), exit.at(), exit.price()),
                exit.reason(),
                gross,
                Rates.rounded(gross.subtract(terms.costRate())),
                realisedR(gain.subtract(entry.multiply(terms.costRate()))),
                Rates.share(excursion.best().subtract(position.price()), entry),
                Rates.share(position.price().subtract(excursion.worst()), entry),
                barsHeld(index));
    }

    private Optional<BigDecimal> realisedR(BigDecimal gain) {
        return Optional.of(position.price().subtract(idea.stop()).abs())
                .filter(risk -> risk.signum() > 0)
                .map(risk -> Rates.share(gain, risk));
    }

    private int barsHeld(int index) {
        return index - position.index() + 1;
    }

    private static Quote quote(Bar bar, Instant at, BigDecimal sided) {
        return new Quote(bar.sessionDate(), at, sided.abs());
    }

    /**
     * How it ends.
     *
     * @param price as the trade's side sees it
     * @param at when its bar opened or closed
     * @param reason what ended it
     */
    private record Exit(BigDecimal price, Instant at, ExitReason reason) {

        /** The excursion with what of the exit's bar is known to come before the exit. */
        private Excursion counted(Excursion before, SidedBar bar) {
            return switch (reason) {
                case STOP -> before.downTo(price);
                case TARGET_CONSERVATIVE, TARGET_AGGRESSIVE -> before.upTo(price);
                case HORIZON -> before.through(bar);
            };
        }
    }
}
