package io.candletrace.analysis;

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
 * makes the answer invalid. Only a code fence around the whole is taken off.
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
    private static final Pattern POLITE_REFUSAL = Pattern.compile(
            "(?i)^\\W*(?:(?:i['’]?m|i am|we are|we['’]re)\\s+(?:very\\s+|so\\s+|truly\\s+)?sorry\\b.*|"
                    + "sorry\\b.*|(?:i\\s+)?apologi[sz]e\\b.*|my apologies\\b.*|"
                    + "(?:unfortunately,?\\s+)?(?:as an ai\\b[^,.]*,?\\s+)?i(?:['’]m| am)?\\s+"
                    + "(?:can['’]?t|cannot|can not|won['’]?t|will not|unable to|not able to|must decline|decline to)\\b.*)",
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
        } catch (JsonEOFException cut) {
            return new Unusable(AnalysisStatus.TRUNCATED, "the JSON ends in the middle: " + reason(cut));
        } catch (JsonProcessingException malformed) {
            return new Unusable(AnalysisStatus.INVALID, "expected one JSON object: " + reason(malformed));
        }
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
