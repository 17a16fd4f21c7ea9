package io.candletrace.inspection;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * How many shares a split makes of how many. Ratios below 3:2 are not looked for: bad news do the same.
 *
 * @param made positive
 * @param given positive; more than {@code made} in a reverse split
 */
record SplitRatio(int made, int given) {
    /** Three for two. */
    static final SplitRatio SMALLEST = new SplitRatio(3, 2);

    private static final List<SplitRatio> COMMON = Stream.of(
                    Stream.of(SMALLEST, new SplitRatio(5, 2)),
                    IntStream.of(2, 3, 4, 5, 6, 7, 8, 10, 12, 15, 20, 25, 30, 40, 50)
                            .mapToObj(made -> new SplitRatio(made, 1)),
                    IntStream.of(2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 15, 20, 25, 30, 35, 40, 50, 60, 75, 100, 150, 200, 250)
                            .mapToObj(given -> new SplitRatio(1, given)))
            .flatMap(ratios -> ratios)
            .toList();

    /** The common ratio that is nearest to a number of shares made of one. */
    static SplitRatio nearest(double shares) {
        return COMMON.stream()
                .min(Comparator.comparingDouble(ratio -> Math.abs(ratio.distanceTo(shares))))
                .orElseThrow();
    }

    /** The number of shares made of one. */
    double shares() {
        return (double) made / given;
    }

    /** As a logarithm, from this ratio to another. */
    double distanceTo(double shares) {
        return Math.log(shares / shares());
    }

    @Override
    public String toString() {
        return made + ":" + given + (made < given ? " reverse split" : " split");
    }
}
