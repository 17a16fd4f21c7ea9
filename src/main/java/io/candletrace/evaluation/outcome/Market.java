package io.candletrace.evaluation.outcome;

import io.candletrace.market.Bar;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What predictions about one instrument are resolved against.
 *
 * @param bars closed ones of one timeframe, oldest first, none opening before the last has closed; split-adjusted; from the
 *     first prediction's decision bar on, or from before; may be empty
 * @param basis in which shares their prices are
 * @param splits known ones that the bars are adjusted for, in any order
 * @param suspects session dates that begin in other terms than the session before, by a split that nobody has recorded
 * @param benchmark another instrument's bars, split-adjusted; absent when there is none to compare with
 */
public record Market(
        List<Bar> bars, Basis basis, List<Split> splits, Set<LocalDate> suspects, Optional<List<Bar>> benchmark) {
    public Market {
        bars = List.copyOf(bars);
        splits = List.copyOf(splits);
        suspects = Set.copyOf(suspects);
        benchmark = benchmark.map(List::copyOf);
        for (var i = 1; i < bars.size(); i++) {
            if (bars.get(i).opensAt().isBefore(bars.get(i - 1).closesAt())) {
                throw new IllegalArgumentException("bars follow one another, but one opens at "
                        + bars.get(i).opensAt() + " and the one before closes at "
                        + bars.get(i - 1).closesAt());
            }
        }
    }
}
