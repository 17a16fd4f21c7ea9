package io.candletrace.analysis;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.io.JsonEOFException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.candletrace.analysis.ParsedAnswer.Unusable;
import io.candletrace.market.Symbol;
import java.math.BigDecimal;
import java.util.regex.Pattern;

/**
 * Reads the text of an answer about one chart. Nothing is guessed: a word that is not in the schema, {@code "do not buy"} for one,
 * makes the answer invalid, as does a field that is missing. Only a code fence around the whole is taken off. Whether what a
 * well-formed answer says is true is another question, see {@link Claim}.
 *
 * @param symbol whose chart was asked about
 * @param lastClose its last close, in the instrument's currency
 */
public record VerdictParser(Symbol symbol, BigDecimal lastClose) {
    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();
    private static final Pattern FENCE = Pattern.compile("```(?:json)?\\s*\\n(.*)\\n\\s*```", Pattern.DOTALL);
    private static final Pattern UNFINISHED = Pattern.compile("[\\w.,+\\s-]+");
    private static final Pattern POLITE_REFUSAL = Pattern.compile(
            "(?i)^\\W*(?:(?:i['’]?m|i am|we are|we['’]re)\\s+(?:very\\s+|so\\s+|truly\\s+|really\\s+)?sorry\\b.*|"
                    + "sorry\\b.*|(?:i\\s+)?apologi[sz]e\\b.*|my apologies\\b.*|"
                    + "(?:(?:unfortunately|regrettably|i['’]m afraid|i am afraid)(?:\\s+that)?,?\\s+)?"
                    + "(?:as an? (?:ai|(?:large )?language model)\\b[^,.]*,?\\s+)?(?:i|we)(?:['’]m| am|['’]re| are)?\\s+"
                    + "(?:can['’]?t|cannot|can not|won['’]?t|will not|unable to|not able to|must decline|have to decline|"
                    + "decline to|(?:do not|don['’]?t) (?:feel comfortable|provide|give|offer)|not comfortable)\\b.*)",
            Pattern.DOTALL);

    /** Reads an answer; what is wrong with it is part of the value. */
    public ParsedAnswer parse(String answer) {
        var text = unfenced(answer.strip());
        if (text.isEmpty()) {
            return new Unusable(AnalysisStatus.INVALID, "expected a JSON object, found an empty answer");
        }
        if (!text.startsWith("{")) {
            return prose(text);
        }
        try {
            return new VerdictReading(this, JSON.readTree(text)).result();
        } catch (JsonProcessingException malformed) {
            return cut(text, malformed)
                    ? new Unusable(AnalysisStatus.TRUNCATED, "the JSON ends in the middle: " + reason(malformed))
                    : new Unusable(AnalysisStatus.INVALID, "expected one JSON object: " + reason(malformed));
        }
    }

    /** Whether the text ends before its object does. Behind a comma, or inside a number or a word, the reader does not call it that. */
    private static boolean cut(String text, JsonProcessingException malformed) {
        return malformed instanceof JsonEOFException
                || malformed.getProcessor() instanceof JsonParser reader
                        && !reader.getParsingContext().inRoot()
                        && UNFINISHED
                                .matcher(from(text, malformed.getLocation().getCharOffset() - 1))
                                .matches();
    }

    private static String from(String text, long start) {
        return text.substring((int) Math.clamp(start, 0, text.length()));
    }

    private static String unfenced(String text) {
        var fenced = FENCE.matcher(text);
        return fenced.matches() ? fenced.group(1).strip() : text;
    }

    private static Unusable prose(String text) {
        if (POLITE_REFUSAL.matcher(text).matches()) {
            return new Unusable(AnalysisStatus.REFUSED, "the model declined: " + ReadableText.line(text, 200));
        }
        return new Unusable(AnalysisStatus.INVALID, "expected one JSON object, found: " + ReadableText.line(text, 200));
    }

    private static String reason(JsonProcessingException cause) {
        return ReadableText.line(cause.getOriginalMessage(), 200);
    }
}
