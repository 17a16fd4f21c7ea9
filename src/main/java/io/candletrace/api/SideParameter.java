package io.candletrace.api;

import io.candletrace.evaluation.comparison.Side;
import io.candletrace.request.Parameters;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads who is compared: {@code model:gpt}, {@code prompt:daily@2}, {@code strategy:swing} or {@code strategy:swing@3}. */
final class SideParameter {
    private static final String NAME = "[A-Za-z0-9][A-Za-z0-9._-]{0,63}";
    private static final String VERSION = "@[1-9][0-9]{0,8}";
    private static final Pattern SYNTAX = Pattern.compile("model:[A-Za-z0-9][A-Za-z0-9._:-]{0,63}|prompt:" + NAME
            + VERSION + "|strategy:" + NAME + "(?:" + VERSION + ")?");
    private static final String EXPECTED = "model:<model_config>, prompt:<name>@<version> or strategy:<name>@<version>";

    private SideParameter() {}

    static Side parse(String name, Optional<String> text) {
        var given = text.orElse("");
        if (!SYNTAX.matcher(given).matches()) {
            throw Parameters.invalid(name, EXPECTED, given);
        }
        var colon = given.indexOf(':');
        return new Side(
                Side.Kind.valueOf(given.substring(0, colon).toUpperCase(Locale.ROOT)), given.substring(colon + 1));
    }

    /** Who stands beside a side: another of its kind. */
    static Side parseOther(String name, Optional<String> text, Side side) {
        var other = parse(name, text);
        if (other.kind() != side.kind() || other.equals(side)) {
            throw Parameters.invalid(name, "another " + side.kind().word() + " than " + side.text(), other.text());
        }
        return other;
    }
}
