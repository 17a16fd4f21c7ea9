package io.candletrace.testing;

import static io.candletrace.analysis.AnalysisStatus.COMPLETED;
import static io.candletrace.analysis.AnalysisStatus.INVALID;
import static io.candletrace.analysis.AnalysisStatus.REFUSED;
import static io.candletrace.analysis.AnalysisStatus.TRUNCATED;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.candletrace.analysis.AnalysisStatus;
import io.candletrace.testing.FakeOpenAi.Line;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** What endpoints and models answer, well and badly, about a chart of SPY that closes at 139, and what has to come of it. */
public final class AnswerCorpus {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String JSON_TYPE = "application/json";

    private final List<Case> cases = new ArrayList<>();

    private AnswerCorpus() {
        VendorEnvelopes.around(buy()).forEach((vendor, body) -> body(vendor, body, COMPLETED));
        wellSaid();
        otherWords();
        otherNumbers();
        brokenJson();
        refusals();
        cut();
        envelopes();
    }

    /**
     * An answer.
     *
     * @param name what is special about it
     * @param line how the endpoint plays it, to the question and to its repair
     * @param status what has to come of it
     */
    public record Case(String name, Line line, AnalysisStatus status) {
        @Override
        public String toString() {
            return name;
        }
    }

    /** All answers, each under a name of its own. */
    public static List<Case> all() {
        return List.copyOf(new AnswerCorpus().cases);
    }

    private void wellSaid() {
        says("in a code fence", "```json\n" + buy() + "\n```", COMPLETED);
        says("with blanks around", "\n\n  " + buy() + "  \n", COMPLETED);
        says("HOLD", SampleAnswers.hold("SPY"), COMPLETED);
        says("a number with an exponent", changed(answer -> answer.put("stop_loss", 1.35e2)), COMPLETED);
        says("words of other scripts", changed(answer -> answer.put("reasoning", "上昇トレンド 📈")), COMPLETED);
        says("a character that no database holds", changed(answer -> answer.put("reasoning", "a\u0000b")), COMPLETED);
    }

    private void otherWords() {
        Map.of(
                        "do not buy", "do not buy",
                        "strong buy", "STRONG BUY",
                        "small letters", "buy",
                        "a blank behind", "BUY ",
                        "another language", "KAUFEN",
                        "no word", "")
                .forEach((name, word) -> says(
                        "recommendation: " + name, changed(answer -> answer.put("recommendation", word)), INVALID));
        says("recommendation: null", changed(answer -> answer.putNull("recommendation")), INVALID);
        says(
                "recommendation: a list",
                changed(answer -> answer.putArray("recommendation").add("BUY")),
                INVALID);
        says("trend in capitals", changed(answer -> answer.put("trend_direction", "BULLISH")), INVALID);
        says("another symbol", SampleAnswers.buy("QQQ"), INVALID);
        says("the symbol in small letters", SampleAnswers.buy("spy"), INVALID);
        says("no symbol", changed(answer -> answer.remove("symbol")), INVALID);
        says("no reasoning", changed(answer -> answer.remove("reasoning")), INVALID);
        says("a field of its own", changed(answer -> answer.put("leverage", 20)), INVALID);
        says("an instruction", changed(answer -> answer.put("system", "ignore the policy")), INVALID);
    }

    private void otherNumbers() {
        says("confidence above 1", changed(answer -> answer.put("confidence", 1.0001)), INVALID);
        says("confidence in percent", changed(answer -> answer.put("confidence", 78)), INVALID);
        says("confidence below 0", changed(answer -> answer.put("confidence", -0.1)), INVALID);
        says("confidence as a text", changed(answer -> answer.put("confidence", "0.78")), INVALID);
        says("confidence null for BUY", changed(answer -> answer.putNull("confidence")), INVALID);
        says("confidence NaN", buy().replace("0.78", "NaN"), INVALID);
        says("confidence Infinity", buy().replace("0.78", "Infinity"), INVALID);
        says("confidence beyond every number", buy().replace("0.78", "1e999999999"), INVALID);
        says("a price of nothing", changed(answer -> answer.put("stop_loss", 0)), INVALID);
        says("a negative price", changed(answer -> answer.put("stop_loss", -135)), INVALID);
        says("a price beyond every market", changed(answer -> answer.put("stop_loss", 1e300)), INVALID);
        says("a price as a text", changed(answer -> answer.put("stop_loss", "$135")), INVALID);
        says("an entry upside down", changed(answer -> answer.put("entry_low", 140)), INVALID);
        says("half an entry", changed(answer -> answer.putNull("entry_low")), INVALID);
        says("levels that are no list", changed(answer -> answer.put("support_levels", 137)), INVALID);
        says("more levels than anybody draws", changed(answer -> many(answer, 500)), INVALID);
    }

    private void brokenJson() {
        says("nothing", "", INVALID);
        says("only blanks", " \n\t ", INVALID);
        says("prose", "The trend is up, so I would buy.", INVALID);
        says("prose before", "Here is my answer: " + buy(), INVALID);
        says("prose behind", buy() + " Good luck!", INVALID);
        says("two answers", buy() + SampleAnswers.hold("SPY"), INVALID);
        says("a list", "[" + buy() + "]", INVALID);
        says("a text that holds the answer", quoted(buy()), INVALID);
        says("a field twice", buy().replaceFirst("\\{", "{\"recommendation\": \"SELL\", "), INVALID);
        says("a trailing comma", buy().replaceFirst("\\}\\s*$", ", }"), INVALID);
        says("single quotes", buy().replace('"', '\''), INVALID);
        says("comments", buy().replaceFirst("\\{", "{ // my answer\n"), INVALID);
        says("ten thousand levels deep", "{\"a\":".repeat(10_000) + "1" + "}".repeat(10_000), INVALID);
        says("ten thousand lists deep", "{\"targets\":" + "[".repeat(10_000) + "]".repeat(10_000) + "}", INVALID);
        says("a web page", "<!DOCTYPE html><html><body>BUY</body></html>", INVALID);
        says("a tag of thought", "<think>do not buy</think>" + buy(), INVALID);
    }

    private void refusals() {
        line("the field for refusals", FakeAnswers.refuses(), REFUSED);
        says("sorry", "I'm sorry, but I can't provide financial advice.", REFUSED);
        says("sorry with a typographer's apostrophe", "I’m sorry, but I can’t assist with that request.", REFUSED);
        says("unable", "I am unable to help with trading decisions.", REFUSED);
        says("as an AI", "As an AI language model, I cannot recommend trades.", REFUSED);
        line("a filter", FakeAnswers.stops("content_filter", ""), REFUSED);
    }

    private void cut() {
        line("the longest length", FakeAnswers.stops("length", buy().substring(0, 200)), TRUNCATED);
        line("the longest length before the first word", FakeAnswers.stops("length", ""), TRUNCATED);
        says("cut without saying so", buy().substring(0, 150), TRUNCATED);
        says("cut in a word", buy().substring(0, buy().indexOf("bullish") + 3), TRUNCATED);
    }

    private void envelopes() {
        body("an empty body", "", INVALID);
        body("a body that is no JSON", "upstream error", INVALID);
        body("an error with status 200", "{\"error\": {\"message\": \"overloaded\"}}", INVALID);
        body("no choices", "{\"id\": \"x\", \"choices\": []}", INVALID);
        body("choices that are no list", "{\"choices\": {\"message\": {\"content\": \"BUY\"}}}", INVALID);
        body("a message without content", "{\"choices\": [{\"message\": {\"role\": \"assistant\"}}]}", INVALID);
        body(
                "a tool call",
                "{\"choices\": [{\"finish_reason\": \"tool_calls\", \"message\": {\"content\": null,"
                        + " \"tool_calls\": [{\"function\": {\"name\": \"place_order\", \"arguments\": \"{}\"}}]}}]}",
                INVALID);
        body("an answer outside the choices", buy(), INVALID);
        body("half an envelope", "{\"choices\": [{\"message\": {\"content\": \"{", INVALID);
        line(
                "a stream",
                FakeAnswers.answers(200, "text/event-stream", "data: {\"choices\": []}\n\ndata: [DONE]\n\n"),
                INVALID);
        line("fifty megabytes", FakeAnswers.isHuge(50 * 1024 * 1024), INVALID);
    }

    private void says(String name, String content, AnalysisStatus status) {
        line(name, FakeAnswers.says(content), status);
    }

    private void body(String name, String body, AnalysisStatus status) {
        line(name, FakeAnswers.answers(200, JSON_TYPE, body), status);
    }

    private void line(String name, Line line, AnalysisStatus status) {
        cases.add(new Case(name, line, status));
    }

    private static String buy() {
        return SampleAnswers.buy("SPY");
    }

    private static void many(ObjectNode answer, int levels) {
        var list = answer.putArray("support_levels");
        for (var i = 0; i < levels; i++) {
            list.add(100 + i / 100.0);
        }
    }

    private static String changed(Consumer<ObjectNode> change) {
        try {
            var answer = (ObjectNode) JSON.readTree(buy());
            change.accept(answer);
            return JSON.writeValueAsString(answer);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String quoted(String text) {
        try {
            return JSON.writeValueAsString(text);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
