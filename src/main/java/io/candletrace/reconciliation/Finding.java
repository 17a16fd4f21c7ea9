package io.candletrace.reconciliation;

import java.util.Locale;
import java.util.Optional;

/**
 * Something that a comparison found.
 *
 * @param objectKey which object
 * @param named the row that names it; absent when none does
 * @param detail in words
 */
public record Finding(Kind kind, String objectKey, Optional<NamedObject> named, Action action, String detail) {
    /** What can be wrong. */
    public enum Kind {
        /** An object that no row names. */
        ORPHAN,
        /** A row whose object is not there. */
        MISSING,
        /** A row whose object is another than was recorded. */
        DAMAGED;

        /** As rows and metrics have it. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** What came of it. */
    public enum Action {
        /** Nothing, in a dry run. */
        FOUND,
        /** It was taken away. */
        DELETED,
        /** The recorded bytes lie there again. */
        REPAIRED,
        /** Somebody has to do something. */
        FLAGGED;

        /** As rows have it. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
