package io.candletrace.evaluation;

import io.candletrace.evaluation.outcome.ForwardReturn;
import io.candletrace.evaluation.outcome.Idea;
import io.candletrace.evaluation.outcome.Prediction;
import io.candletrace.evaluation.outcome.Resolution;
import io.candletrace.evaluation.outcome.Trade;
import io.candletrace.market.Session;
import io.candletrace.market.Timeframe;
import io.candletrace.market.TradingCalendar;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** How far predictions reach, by the calendar. */
record Reach(TradingCalendar calendar, Timeframe timeframe, List<Integer> horizons) {

    /** The close of the last bar that anything about it can depend on, UTC. */
    Instant end(Prediction prediction) {
        // A limit order that is filled in its last bar is held for as long as any.
        var held = prediction.idea().map(Idea::horizonBars).orElse(0);
        var expires = prediction.idea().map(Idea::expiresAt).orElse(prediction.eligibleFrom());
        var longest = Math.max(held, horizons.isEmpty() ? 1 : horizons.getLast());
        var from = expires.isAfter(prediction.eligibleFrom()) ? expires : prediction.eligibleFrom();
        return close(entry(from), longest);
    }

    /**
     * The close that the next of what is still pending waits for, UTC; empty when nothing is pending.
     *
     * @param last close of the last bar there is
     */
    Optional<Instant> next(Prediction prediction, Resolution resolution, Instant last) {
        var returns = resolution.returns().stream()
                .filter(ForwardReturn.Pending.class::isInstance)
                .map(pending -> close(entry(prediction.eligibleFrom()), pending.horizon()));
        // A trade may end in any bar: it is looked at after each.
        var trade = Stream.of(resolution.trade())
                .filter(Trade.Pending.class::isInstance)
                .map(pending -> entry(last).closesAt());
        return Stream.concat(returns, trade).min(Instant::compareTo);
    }

    private Session entry(Instant from) {
        var period = calendar.lastClosed(timeframe, from);
        do {
            period = calendar.next(timeframe, period);
        } while (period.opensAt().isBefore(from));
        return period;
    }

    private Instant close(Session entry, int bars) {
        var period = entry;
        for (var bar = 1; bar < bars; bar++) {
            period = calendar.next(timeframe, period);
        }
        return period.closesAt();
    }

    /** How many bars there are between two moments, the ones that close at them included; at least 1. */
    int bars(Instant from, Instant to) {
        var period = calendar.lastClosed(timeframe, to);
        var bars = 1;
        while (period.closesAt().isAfter(from)) {
            period = calendar.lastClosed(timeframe, period.opensAt());
            bars++;
        }
        return bars;
    }
}
