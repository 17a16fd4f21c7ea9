package io.candletrace.analysis.claim;

import io.candletrace.analysis.Claim;
import io.candletrace.analysis.Claim.Kind;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** That the price is above or below an average: {@code price above the 200-day SMA}. */
final class AveragePosition {
    private static final String POSITION =
            "(?: (?:is|sits|stands|holds|holding|remains|stays|trades|trading))?(?: (?:still|well|just|slightly|comfortably|firmly"
                    + "|currently|clearly|far)){0,2} (?<side>above|below) (?:(?:the|its|a) )?(?:(?:rising|falling|flat) )?"
                    + MovingAverage.REGEX
                    + "(?![-\\w])";

    /** In running text, where a close may be one that somebody waits for. */
    static final Pattern IN_PROSE =
            Pattern.compile("\\b(?:price|(?:the|last|latest) close)" + POSITION, Pattern.CASE_INSENSITIVE);

    private static final Pattern ALONE =
            Pattern.compile("(?:price|(?:last )?close)" + POSITION, Pattern.CASE_INSENSITIVE);

    private AveragePosition() {}

    /** The claim of a text that says this and nothing else; empty for others, and where history is too short to tell. */
    static Optional<Claim> alone(Kind kind, String what, String text, Ground ground) {
        var match = ALONE.matcher(text);
        return match.matches() ? claim(kind, what, match, ground) : Optional.empty();
    }

    /** The claim that was matched; empty when the average is one of other bars, and where history is too short to tell. */
    static Optional<Claim> claim(Kind kind, String what, MatchResult match, Ground ground) {
        var above = match.group("side").toLowerCase(Locale.ROOT).equals("above");
        return MovingAverage.named(match, ground.series().series().timeframe())
                .flatMap(average -> average.value(ground.series())
                        .map(value -> new Claim(
                                kind,
                                what,
                                "last close " + Ground.plain(ground.close()) + " and " + average.name() + " "
                                        + ground.computed(value),
                                match.group(),
                                Ground.result(ground.close().compareTo(value) == (above ? 1 : -1)))));
    }
}
