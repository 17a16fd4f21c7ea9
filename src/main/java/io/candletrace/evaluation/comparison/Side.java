package io.candletrace.evaluation.comparison;

import java.util.Locale;

/**
 * One of two that are compared.
 *
 * @param kind what it is
 * @param name of a model our name of it; of a prompt and a strategy {@code name@version}, of a strategy also its name alone, which
 *     means its current version
 */
public record Side(Kind kind, String name) {

    /** What can be compared. */
    public enum Kind {
        MODEL,
        PROMPT,
        STRATEGY;

        /** As users write it: {@code model}. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** As users write it: {@code prompt:daily@2}. */
    public String text() {
        return kind.word() + ":" + name;
    }
}
