package io.candletrace.journal;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Figures over everything, and the same told apart.
 *
 * @param <F> the figures
 * @param total over all groups
 * @param groups by their keys in the order they were asked for; empty without a key
 */
public record Grouped<F>(F total, List<Group<F>> groups) {
    public Grouped {
        groups = List.copyOf(groups);
    }

    /**
     * One group.
     *
     * @param <F> the figures
     * @param keys what it is about
     */
    public record Group<F>(Map<GroupKey, String> keys, F figures) {
        public Group {
            keys = Collections.unmodifiableMap(new EnumMap<>(keys));
        }
    }
}
