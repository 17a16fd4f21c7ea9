package io.candletrace.evaluation.effect;

import io.candletrace.evaluation.outcome.Regime;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * In which rows each state was.
 *
 * @param rows by state, ascending; states that were in none are left out
 */
public record Occurrences(SortedMap<IndicatorState, int[]> rows) {
    public Occurrences {
        rows = Collections.unmodifiableSortedMap(new TreeMap<>(rows));
    }

    /**
     * Of what each row keeps. The regime adds its average only where the indicators do not have it: it is the same question.
     *
     * @param numbers one array of states' numbers a row
     * @param names what the numbers mean
     * @param regimes one a row
     * @throws IllegalArgumentException when there is a number that means nothing, or not one regime a row
     */
    public static Occurrences of(int[][] numbers, Map<Integer, IndicatorState> names, List<Regime> regimes) {
        if (numbers.length != regimes.size()) {
            throw new IllegalArgumentException(
                    "one regime a row: %d rows, %d regimes".formatted(numbers.length, regimes.size()));
        }
        var rows = new HashMap<IndicatorState, int[]>();
        byNumber(numbers).forEach((number, found) -> rows.put(named(names, number), found));
        byRegime(regimes, averaged(rows, numbers.length))
                .forEach((state, found) -> rows.merge(state, found, Occurrences::joined));
        return new Occurrences(new TreeMap<>(rows));
    }

    private static IndicatorState named(Map<Integer, IndicatorState> names, Integer number) {
        return Optional.ofNullable(names.get(number))
                .orElseThrow(() -> new IllegalArgumentException("there is no state of number " + number));
    }

    private static Map<Integer, int[]> byNumber(int[][] numbers) {
        var found = new HashMap<Integer, IntStream.Builder>();
        for (var row = 0; row < numbers.length; row++) {
            for (var number : numbers[row]) {
                found.computeIfAbsent(number, ignored -> IntStream.builder()).add(row);
            }
        }
        return built(found);
    }

    /** Which rows keep the average themselves. */
    private static boolean[] averaged(Map<IndicatorState, int[]> rows, int size) {
        var averaged = new boolean[size];
        rows.forEach((state, found) -> {
            if (state.indicator().equals(RegimeStates.AVERAGE)) {
                Arrays.stream(found).forEach(row -> averaged[row] = true);
            }
        });
        return averaged;
    }

    private static Map<IndicatorState, int[]> byRegime(List<Regime> regimes, boolean[] averaged) {
        var found = new HashMap<IndicatorState, IntStream.Builder>();
        for (var row = 0; row < averaged.length; row++) {
            for (var state : RegimeStates.of(regimes.get(row))) {
                if (!averaged[row] || !state.indicator().equals(RegimeStates.AVERAGE)) {
                    found.computeIfAbsent(state, ignored -> IntStream.builder()).add(row);
                }
            }
        }
        return built(found);
    }

    private static <K> Map<K, int[]> built(Map<K, IntStream.Builder> found) {
        return found.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, rows -> rows.getValue().build().toArray()));
    }

    private static int[] joined(int[] some, int[] others) {
        return IntStream.concat(Arrays.stream(some), Arrays.stream(others))
                .sorted()
                .toArray();
    }
}
