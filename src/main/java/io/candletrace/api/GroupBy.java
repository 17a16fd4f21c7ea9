package io.candletrace.api;

import io.candletrace.journal.GroupKey;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads {@code group_by}: words joined by commas, each once. */
final class GroupBy {

    private static final String NAME = "group_by";

    private GroupBy() {}

    static List<GroupKey> parse(Optional<String> text, List<GroupKey> known, List<GroupKey> standard) {
        return text.map(given -> keys(given, known)).orElse(standard);
    }

    private static List<GroupKey> keys(String text, List<GroupKey> known) {
        var keys = Stream.of(text.split(",", -1)).map(word -> key(word, known)).toList();
        if (new HashSet<>(keys).size() < keys.size()) {
            throw Parameters.invalid(NAME, expected(known), text);
        }
        return keys;
    }

    private static GroupKey key(String word, List<GroupKey> known) {
        return known.stream()
                .filter(key -> key.word().equals(word))
                .findFirst()
                .orElseThrow(() -> Parameters.invalid(NAME, expected(known), word));
    }

    private static String expected(List<GroupKey> known) {
        return known.stream().map(GroupKey::word).collect(Collectors.joining(", ", "", ", each at most once"));
    }
}
