package io.candletrace.prompt;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Text that somebody else wrote, made safe to stand in a prompt: bounded, and unable to close what it is quoted in. */
final class OutsideText {
    // Control and format characters, and breaks that are none to everybody: they hide or reorder what a reader of the
    // evidence
    // sees.
    private static final Pattern INVISIBLE =
            Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Co}\\p{Cs}\\p{Cn}\\p{Zl}\\p{Zp}&&[^\\n]]");
    private static final Pattern BREAKS = Pattern.compile("\\s+");
    // What a model may take for a bracket as well: small and full-width forms.
    private static final Pattern OPENING = Pattern.compile("[<\uFE64\uFF1C]");
    private static final Pattern CLOSING = Pattern.compile("[>\uFE65\uFF1E]");

    private OutsideText() {}

    /** The text between an opening and a closing tag of this name, neither of which it can contain itself. */
    static String quoted(String tag, String text, int maxLength) {
        var visible = INVISIBLE.matcher(text.replace("\r\n", "\n")).replaceAll(" ");
        return between(tag, bounded(inert(visible).strip(), maxLength));
    }

    /** The text on one line between an opening and a closing tag, neither of which it can contain itself. */
    static String quotedLine(String tag, String text, int maxLength) {
        return between(tag, line(text, maxLength));
    }

    /** Lines, each made by {@link #line}, between an opening and a closing tag. */
    static String quotedLines(String tag, List<String> lines) {
        return between(tag, lines.stream().collect(Collectors.joining("\n", "\n", "\n")));
    }

    /** The text on one line, without anything that opens or closes a tag. */
    static String line(String text, int maxLength) {
        var visible = INVISIBLE.matcher(text).replaceAll(" ");
        return bounded(BREAKS.matcher(inert(visible)).replaceAll(" ").strip(), maxLength);
    }

    private static String between(String tag, String inert) {
        return "<" + tag + ">" + inert + "</" + tag + ">";
    }

    private static String inert(String text) {
        return CLOSING.matcher(OPENING.matcher(text).replaceAll("‹")).replaceAll("›");
    }

    private static String bounded(String text, int maxLength) {
        if (text.codePointCount(0, text.length()) <= maxLength) {
            return text;
        }
        return text.substring(0, text.offsetByCodePoints(0, maxLength)) + "…";
    }
}
