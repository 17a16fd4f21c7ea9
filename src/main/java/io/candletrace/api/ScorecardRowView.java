package io.candletrace.api;

import io.candletrace.evaluation.scorecard.Rate;
import io.candletrace.evaluation.scorecard.ScorecardTable;
import io.candletrace.evaluation.statistic.Interval;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/** The main figures of a scorecard, as a line of a table. The group is its values, joined by {@code /}. */
record ScorecardRowView(
        String group,
        int n,
        int hits,
        OptionalDouble hitRate,
        OptionalDouble hitRateLow,
        OptionalDouble hitRateHigh,
        OptionalDouble alwaysLong,
        OptionalDouble baseRate,
        OptionalDouble lift,
        OptionalDouble liftLow,
        OptionalDouble liftHigh,
        OptionalDouble p,
        OptionalDouble q,
        OptionalDouble meanReturn,
        OptionalDouble medianReturn,
        OptionalDouble sharpe,
        OptionalDouble maximumDrawdown,
        long answers,
        long invalid,
        long pending,
        long excluded) {

    static List<ScorecardRowView> of(ScorecardTable table) {
        return table.cards().stream()
                .map(card -> new ScorecardRowView(
                        String.join("/", card.key()),
                        card.rate().n(),
                        card.rate().hits(),
                        card.rate().hitRate(),
                        end(card.rate(), Rate::clustered, Interval::low),
                        end(card.rate(), Rate::clustered, Interval::high),
                        card.rate().alwaysLong(),
                        card.rate().baseRate(),
                        card.rate().lift(),
                        end(card.rate(), Rate::liftInterval, Interval::low),
                        end(card.rate(), Rate::liftInterval, Interval::high),
                        card.rate().p(),
                        card.q(),
                        card.returns().mean(),
                        card.returns().median(),
                        card.following().sharpe(),
                        card.following().maximumDrawdown(),
                        card.answers().total(),
                        card.answers().invalid(),
                        card.answers().pending(),
                        card.answers().excluded()))
                .toList();
    }

    private static OptionalDouble end(
            Rate rate, Function<Rate, Optional<Interval>> interval, ToDoubleFunction<Interval> end) {
        return interval.apply(rate).stream().mapToDouble(end).findFirst();
    }
}
