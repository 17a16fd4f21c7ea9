package io.candletrace.evaluation.statistic;

import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Of many looks some succeed by chance: what is left of each when that is taken into account. */
public final class FalseDiscovery {
    private FalseDiscovery() {}

    /**
     * The share of false discoveries among all that are at least as significant, of each p-value in their order; absent where there is
     * no p-value, which does not count as a look (Benjamini and Hochberg, Journal of the Royal Statistical Society B 57, 1995).
     */
    public static List<OptionalDouble> q(List<OptionalDouble> p) {
        var looks = IntStream.range(0, p.size())
                .filter(i -> p.get(i).isPresent())
                .boxed()
                .sorted(Comparator.comparingDouble((Integer i) -> p.get(i).getAsDouble()))
                .toList();
        var q = p.stream().collect(Collectors.toList());
        var least = 1.0;
        for (var rank = looks.size(); rank > 0; rank--) {
            var look = looks.get(rank - 1);
            least = Math.min(least, p.get(look).getAsDouble() * looks.size() / rank);
            q.set(look, OptionalDouble.of(least));
        }
        return List.copyOf(q);
    }
}
