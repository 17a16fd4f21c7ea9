package io.candletrace.evaluation.outcome;

import io.candletrace.evaluation.outcome.Trade.Excluded;
import io.candletrace.evaluation.outcome.Trade.NotFilled;
import io.candletrace.evaluation.outcome.Trade.Pending;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * Trades one idea.
 *
 * @param timeline the bars
 * @param sided the same as the trade's side sees them
 * @param terms how to enter and leave
 * @param idea what to trade
 */
record Simulation(Timeline timeline, List<SidedBar> sided, Terms terms, SidedIdea idea) {

    /** Of an idea whose terms the bars' prices are brought into. */
    static Simulation of(Timeline timeline, Terms terms, Direction direction, Idea idea, Conversion conversion) {
        var sign = BigDecimal.valueOf(direction.sign());
        return new Simulation(
                timeline, timeline.sided(conversion, direction), terms, SidedIdea.of(idea, sign, terms.target()));
    }

    /** What came of it, decided at one bar and entered at a later one or after. */
    Trade run(int decision, int entry) {
        var end = timeline.firstSuspect(decision);
        for (var i = entry; i < timeline.size(); i++) {
            if (limited() && !timeline.bar(i).opensAt().isBefore(idea.expiresAt())) {
                return new NotFilled();
            }
            if (i >= end) {
                return new Excluded(Exclusion.UNADJUSTED_SPLIT);
            }
            var position = position(i);
            if (position.isPresent()) {
                return traded(position.get(), end);
            }
        }
        return expired() ? new NotFilled() : new Pending();
    }

    private Optional<Position> position(int index) {
        var bar = timeline.bar(index);
        var seen = sided.get(index);
        if (!limited() || seen.open().compareTo(idea.limit()) <= 0) {
            return Optional.of(Position.atOpen(index, bar, seen));
        }
        return seen.worst().compareTo(idea.limit()) <= 0
                ? Optional.of(Position.within(index, bar, seen, idea.limit()))
                : Optional.empty();
    }

    private Trade traded(Position position, int end) {
        if (limited() && position.price().compareTo(idea.stop()) <= 0) {
            return new NotFilled();
        }
        return new Holding(timeline, sided, terms, idea, position).outcome(end);
    }

    /** Whether every bar to come opens too late: they begin when the last one has closed. */
    private boolean expired() {
        return limited() && !timeline.bar(timeline.size() - 1).closesAt().isBefore(idea.expiresAt());
    }

    private boolean limited() {
        return terms.entry() == EntryRule.LIMIT_IN_RANGE;
    }
}
