package io.candletrace.analysis.claim;

import io.candletrace.market.Timeframe;
import java.util.Arrays;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The sentences of a text that plainly state how things are now on the chart. What may be about another time, another chart or a
 * condition is left out: the point is to be right about what is recognised, not to recognise everything.
 */
final class Statements {
    private static final Pattern ENDS = Pattern.compile("(?<=[.!?;])\\s+|\\n+");
    private static final Pattern NOT_NOW = Pattern.compile(
            "\\b(?:if|would|were|was|had|ago|earlier|previous|previously|prior|until|unless|when|whenever|once|yesterday"
                    + "|last (?:week|month|year|session|quarter)|needs?|requires?|wait|watch|target|expect\\w*|should|assum\\w*"
                    + "|hypothetical\\w*)\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern DOUBT = Pattern.compile(
            "\\b(?:not|never|no|could|may|might|from|without|another|other|neither|sector|market|peers?)\\b|n['’]t\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Map<String, Pattern> OTHER_CHARTS = Map.of(
            "daily", charts("weekly|monthly|hourly|intraday"),
            "weekly", charts("daily|monthly|hourly|intraday"),
            "monthly", charts("daily|weekly|hourly|intraday"),
            "intraday", charts("daily|weekly|monthly|hourly"));

    private Statements() {}

    /** Such sentences, with single spaces. */
    static Stream<String> of(String text, Timeframe timeframe) {
        var otherChart = OTHER_CHARTS.getOrDefault(timeframe.chartType(), NOT_NOW);
        return Arrays.stream(ENDS.split(text))
                .map(sentence -> sentence.replaceAll("\\s+", " ").strip())
                .filter(sentence -> !NOT_NOW.matcher(sentence).find())
                .filter(sentence -> !otherChart.matcher(sentence).find());
    }

    /** Whether nothing that stands before this place takes back what follows it. */
    static boolean plain(String sentence, int start) {
        return !DOUBT.matcher(sentence.substring(0, start)).find();
    }

    private static Pattern charts(String words) {
        return Pattern.compile("\\b(?:" + words + ")\\b", Pattern.CASE_INSENSITIVE);
    }
}
