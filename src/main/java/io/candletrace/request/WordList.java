package io.candletrace.request;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads a parameter that is words joined by commas, each once: {@code group_by}. */
public final class WordList {
    private WordList() {}

    /** What the words mean, in their order; absent when the parameter is. */
    public static <K> Optional<List<K>> parse(
            String name, Optional<String> text, List<K> known, Function<K, String> word) {
        return text.map(given -> parse(name, given, known, word));
    }

    private static <K> List<K> parse(String name, String text, List<K> known, Function<K, String> word) {
        var keys = Stream.of(text.split(",", -1))
                .map(given -> known.stream()
                        .filter(key -> word.apply(key).equals(given))
                        .findFirst()
                        .orElseThrow(() -> Parameters.invalid(name, expected(known, word), given)))
                .toList();
        if (new HashSet<>(keys).size() < keys.size()) {
            throw Parameters.invalid(name, expected(known, word), text);
        }
        return keys;
    }

    private static <K> String expected(List<K> known, Function<K, String> word) {
        return known.stream().map(word).collect(Collectors.joining(", ", "", ", each at most once"));
    }
}
