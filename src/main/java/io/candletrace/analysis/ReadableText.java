package io.candletrace.analysis;

import java.util.regex.Pattern;

/** The view of a model's words that databases and pages can hold; the raw bytes lie with the call. */
public final class ReadableText {
    // PostgreSQL refuses NUL in text, and half a surrogate pair has no UTF-8.
    private static final Pattern UNSTORABLE = Pattern.compile("[\\x00\\p{Cs}]");

    private ReadableText() {}

    /** The text with every character that cannot be stored replaced by U+FFFD. */
    public static String of(String text) {
        return UNSTORABLE.matcher(text).replaceAll("\uFFFD");
    }

    /** The same on one line of at most this many characters. */
    public static String line(String text, int maxLength) {
        var line = of(text).replaceAll("\\s+", " ").strip();
        return line.codePointCount(0, line.length()) <= maxLength
                ? line
                : line.substring(0, line.offsetByCodePoints(0, maxLength)) + "…";
    }
}
