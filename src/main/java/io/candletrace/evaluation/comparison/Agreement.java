package io.candletrace.evaluation.comparison;

import io.candletrace.evaluation.statistic.AgreementMatrix;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/**
 * How far both say the same.
 *
 * @param counts a row for each of {@link #WORDS} that one said, in it a number for each that the other said
 * @param share of pairs that both said the same about; absent when there are too few
 */
public record Agreement(List<List<Integer>> counts, OptionalDouble share) {
    /** What can be said. */
    public static final List<String> WORDS = List.of("BUY", "SELL", "HOLD");

    static Agreement of(Pairs pairs) {
        var a = pairs.rows().stream().mapToInt(pair -> word(pair.a())).toArray();
        var b = pairs.rows().stream().mapToInt(pair -> word(pair.b())).toArray();
        return new Agreement(
                words().mapToObj(one -> words().mapToObj(other -> count(a, one, b, other))
                                .toList())
                        .toList(),
                pairs.sufficient() ? AgreementMatrix.of(a, b).share(0, 1) : OptionalDouble.empty());
    }

    private static int word(Pair.Said said) {
        return switch (said.direction()) {
            case 1 -> 0;
            case -1 -> 1;
            default -> 2;
        };
    }

    private static IntStream words() {
        return IntStream.range(0, WORDS.size());
    }

    private static int count(int[] a, int one, int[] b, int other) {
        return (int) IntStream.range(0, a.length)
                .filter(i -> a[i] == one && b[i] == other)
                .count();
    }
}
