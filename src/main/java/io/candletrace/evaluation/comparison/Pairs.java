package io.candletrace.evaluation.comparison;

import io.candletrace.evaluation.statistic.PairedBootstrap;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;

/**
 * Pairs as columns, in an order that depends on nothing but the pairs: the same ones give the same digits, whichever came first.
 *
 * @param rows in that order
 */
record Pairs(List<Pair> rows) {
    /** Fewer say nothing. */
    static final int LEAST = 30;

    Pairs {
        rows = rows.stream().sorted(Pair.ORDER).toList();
    }

    Pairs where(Predicate<Pair> holds) {
        return new Pairs(rows.stream().filter(holds).toList());
    }

    int size() {
        return rows.size();
    }

    boolean sufficient() {
        return size() >= LEAST;
    }

    int count(Predicate<Pair> holds) {
        return (int) rows.stream().filter(holds).count();
    }

    long[] days() {
        return rows.stream().mapToLong(Pair::day).toArray();
    }

    double[] figures(ToDoubleFunction<Pair> figure) {
        return rows.stream().mapToDouble(figure).toArray();
    }

    boolean[] marks(Predicate<Pair> holds) {
        var marks = new boolean[size()];
        for (var i = 0; i < marks.length; i++) {
            marks[i] = holds.test(rows.get(i));
        }
        return marks;
    }

    /** The mean of one figure less that of another, by days; absent when there are not two of them. */
    Optional<PairedBootstrap> difference(ToDoubleFunction<Pair> a, ToDoubleFunction<Pair> b) {
        return PairedBootstrap.of(figures(a), figures(b), days(), SideBySide.SEED);
    }
}
