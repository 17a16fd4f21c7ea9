package io.candletrace.evaluation.statistic;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Whether the same question gets the same answer when it is asked again.
 *
 * @param count of answers, at least 1
 * @param agreement the share of the answer that is given most, above 0 to 1
 * @param flipRate how likely two answers differ, drawn with replacement: 1 - the sum of the squared shares (Gini and Simpson), from
 *     0 to below 1
 */
public record Consistency(int count, double agreement, double flipRate) {
    /**
     * Of answers to one question; empty for none.
     *
     * @param answers in any order; equal numbers are equal answers
     */
    public static Optional<Consistency> of(int[] answers) {
        if (answers.length == 0) {
            return Optional.empty();
        }
        var shares = Arrays.stream(answers)
                .boxed()
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()))
                .values()
                .stream()
                .mapToDouble(count -> (double) count / answers.length)
                .sorted()
                .toArray();
        var alike = Arrays.stream(shares).map(share -> share * share).sum();
        return Optional.of(new Consistency(answers.length, shares[shares.length - 1], Math.max(0, 1 - alike)));
    }
}
