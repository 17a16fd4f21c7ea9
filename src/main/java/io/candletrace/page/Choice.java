package io.candletrace.page;

/**
 * What can be chosen in a form.
 *
 * @param value as the URL has it
 * @param label as people read it
 * @param chosen whether it is
 */
public record Choice(String value, String label, boolean chosen) {

    /** A code, whose words people read. */
    static Choice of(String code, boolean chosen) {
        return new Choice(code, code.replace('_', ' '), chosen);
    }
}
