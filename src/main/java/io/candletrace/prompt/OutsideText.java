package io.candletrace.prompt;

import java.util.regex.Pattern;

/** Text that somebody else wrote, made safe to stand in a prompt: bounded, and unable to close what it is quoted in. */
final class OutsideText {
    // Control and format characters: the latter hide or reorder what a reader of the evidence sees.
    private static final Pattern INVISIBLE = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Co}\\p{Cs}\\p{Cn}&&[^\\n]]");
    private static final Pattern BREAKS = Pattern.compile("\\s+");

    private OutsideText() {}

    /** The text between an opening and a closing tag of this name, neither of which it can contain itself. */
    static String quoted(String tag, String text, int maxLength) {
        var visible = INVISIBLE.matcher(text.replace("\r\n", "\n")).replaceAll(" ");
        return "<" + tag + ">" + bounded(inert(visible).strip(), maxLength) + "</" + tag + ">";
    }

    /** The text on one line. */
    static String line(String text, int maxLength) {
        var visible = INVISIBLE.matcher(text).replaceAll(" ");
        return bounded(BREAKS.matcher(inert(visible)).replaceAll(" ").strip(), maxLength);
    }

    private static String inert(String text) {
        return text.replace('<', '‹').replace('>', '›');
    }

    private static String bounded(String text, int maxLength) {
        if (text.codePointCount(0, text.length()) <= maxLength) {
            return text;
        }
        return text.substring(0, text.offsetByCodePoints(0, maxLength)) + "…";
    }
}
