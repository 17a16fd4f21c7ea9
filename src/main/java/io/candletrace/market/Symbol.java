package io.candletrace.market;

import java.util.regex.Pattern;

/**
 * What an instrument is called: {@code SPY}, {@code BRK.B}, {@code BTC-USD}.
 *
 * @param value 1 to 32 of {@code A-Z 0-9 . _ : -}, the first a letter or digit
 */
public record Symbol(String value) implements Comparable<Symbol> {
    private static final Pattern SYNTAX = Pattern.compile("[A-Z0-9][A-Z0-9._:-]{0,31}");

    public Symbol {
        if (!isValid(value)) {
            throw new IllegalArgumentException(
                    "a symbol is 1 to 32 of A-Z 0-9 . _ : - and starts with a letter or digit, was '" + value + "'");
        }
    }

    /** Whether this text is a symbol. */
    public static boolean isValid(String text) {
        return SYNTAX.matcher(text).matches();
    }

    @Override
    public int compareTo(Symbol other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
