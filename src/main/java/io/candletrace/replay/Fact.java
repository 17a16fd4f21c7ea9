package io.candletrace.replay;

import io.candletrace.analysis.JsonFingerprint;
import io.candletrace.lineage.CanonicalJson;
import io.candletrace.lineage.Sha256;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A value as text, the same for what was computed and for what a column gives back.
 *
 * @param text {@code none} for what is absent; JSON in canonical form
 */
record Fact(String text) {
    private static final String NONE = "none";
    private static final int LONGEST = 200;

    static Fact of(@Nullable Object value) {
        return switch (value) {
            case null -> new Fact(NONE);
            case Optional<?> optional -> of(optional.orElse(null));
            case Map<?, ?> map -> new Fact(JsonFingerprint.text(map));
            case Collection<?> items -> new Fact(JsonFingerprint.text(items));
            case Number number -> new Fact(CanonicalJson.write(number));
            default -> new Fact(value.toString());
        };
    }

    /** The text, or how long it is and what it hashes to. */
    String shown() {
        return text.length() <= LONGEST ? text : text.length() + " characters that hash to " + Sha256.of(text);
    }
}
