package io.candletrace.storage;

import java.util.regex.Pattern;

/**
 * Where an object lies in the store.
 *
 * @param value segments of {@code A-Z a-z 0-9 . _ : -} joined by slashes, none of them only dots; at most 512 characters
 */
public record ObjectKey(String value) {
    private static final Pattern SYNTAX = Pattern.compile("(?!.*(^|/)\\.+(/|$))[A-Za-z0-9._:-]+(/[A-Za-z0-9._:-]+)*");
    private static final int MAX_LENGTH = 512;

    public ObjectKey {
        if (!isValid(value)) {
            throw new IllegalArgumentException("not an object key: '" + value + "'");
        }
    }

    /** Whether this text is a key. */
    public static boolean isValid(String text) {
        return text.length() <= MAX_LENGTH && SYNTAX.matcher(text).matches();
    }

    @Override
    public String toString() {
        return value;
    }
}
