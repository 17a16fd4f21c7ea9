package io.candletrace.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import io.candletrace.analysis.ParsedAnswer.Unusable;
import io.candletrace.analysis.ParsedAnswer.Usable;
import io.candletrace.market.Symbol;
import io.candletrace.testing.SampleAnswers;
import java.math.BigDecimal;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Answers as models really give them, and worse. */
class VerdictCorpusTest {
    private static final String BUY = SampleAnswers.buy("SPY");
    private static final String NUL = "\0";
    private static final String HALF_A_PAIR = "\ud83d";

    private final VerdictParser parser = new VerdictParser(new Symbol("SPY"), new BigDecimal("139"));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "do not buy",
                "Do not BUY",
                "strong buy",
                "STRONG BUY",
                "BUY ",
                " BUY",
                "buy",
                "Buy",
                "BUY!",
                "BUY/HOLD",
                "B\\u0055Y\\u0000",
                "LONG",
                "SHORT",
                "sell",
                "NEUTRAL",
                "HOLD\\n",
                "",
                "null",
                "true"
            })
    void knowsThreeRecommendations_andNoOther(String word) {
        assertInvalid(BUY.replace("\"BUY\"", "\"" + word + "\""), "recommendation: expected one of [BUY, HOLD, SELL]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Bullish", "BULLISH", "bullish ", "not bullish", "sideways", "up", "mixed", ""})
    void knowsThreeTrends_andNoOther(String word) {
        assertInvalid(BUY.replace("\"bullish\"", "\"" + word + "\""), "trend_direction");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-0.1",
                "-1e-9",
                "1.0001",
                "1.00000000001",
                "78",
                "1e400",
                "-1e400",
                "1e999999999",
                "\"0.8\"",
                "\"NaN\"",
                "\"80%\"",
                "[0.8]",
                "{}",
                "true",
                "null"
            })
    void knowsConfidencesFromZeroToOne_andNoOther(String confidence) {
        assertInvalid(BUY.replace("0.78", confidence), "confidence: expected a number");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "NaN",
                "Infinity",
                "-Infinity",
                "+0.8",
                ".8",
                "08",
                "0x1",
                "0,78",
                "80%",
                "1e",
                "--1",
                "undefined"
            })
    void knowsNoNumberThatJsonHasNot(String confidence) {
        assertInvalid(BUY.replace("0.78", confidence), "");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"spy", "Spy", "QQQ", "SPY ", "$SPY", "NYSE:SPY", "SPYX", "SP", "", "SP\\u0059\\u0000", "ЅPY"})
    void knowsOneSymbol_andNoOther(String symbol) {
        assertInvalid(BUY.replace("\"SPY\"", "\"" + symbol + "\""), "symbol: expected SPY");
    }

    @ParameterizedTest
    @MethodSource
    void callsInvalid_whatIsNotOneObject(String answer) {
        assertInvalid(answer, "");
    }

    static Stream<Arguments> callsInvalid_whatIsNotOneObject() {
        return Stream.of(
                argumentSet("nothing", ""),
                argumentSet("blanks", " \t\r\n \u2003"),
                argumentSet("null", "null"),
                argumentSet("a word", "BUY"),
                argumentSet("a number", "0.78"),
                argumentSet("a quoted object", "\"" + BUY.replace("\"", "\\\"") + "\""),
                argumentSet("a list", "[" + BUY + "]"),
                argumentSet("an empty list", "[]"),
                argumentSet("an empty object", "{}"),
                argumentSet("two objects", BUY + "\n" + BUY),
                argumentSet("text behind it", BUY + "\nI hope this helps!"),
                argumentSet("a word behind it", BUY + "\nDone"),
                argumentSet("a number behind it", BUY + " 1."),
                argumentSet("a word in its place", BUY.replace("0.78", "high")),
                argumentSet("text before it", "Here is my analysis:\n" + BUY),
                argumentSet("a brace too many", BUY + "}"),
                argumentSet("a comment", BUY.replace("\"symbol\"", "/* SPY */ \"symbol\"")),
                argumentSet("single quotes", BUY.replace('"', '\'')),
                argumentSet("a comma at the end", BUY.replace("0.67}", "0.67,}")),
                argumentSet("an envelope", "{\"verdict\": " + BUY + "}"),
                argumentSet("a byte order mark", "\uFEFF" + BUY),
                argumentSet("another language's fence", "```python\n" + BUY + "\n```"),
                argumentSet("a fence of YAML", "```yaml\nrecommendation: BUY\n```"),
                argumentSet("two fences", "```json\n" + BUY + "\n```\n```json\n" + BUY + "\n```"),
                argumentSet("a fence inside prose", "Sure!\n```json\n" + BUY + "\n```"),
                argumentSet("a page", "<!DOCTYPE html><html><body>502 Bad Gateway</body></html>"),
                argumentSet("a tool call", "<tool_call>" + BUY + "</tool_call>"),
                argumentSet("10,000 lists", BUY.replace("[142, 146.25]", "[".repeat(10_000) + "]".repeat(10_000))),
                argumentSet("10,000 objects", "{\"a\":".repeat(10_000) + "1" + "}".repeat(10_000)),
                argumentSet("10,000 open lists", "[".repeat(10_000)),
                argumentSet(
                        "a key twice", BUY.replace("\"confidence\"", "\"recommendation\": \"BUY\", \"confidence\"")),
                argumentSet(
                        "a key twice, deep",
                        BUY.replace("[], \"key", "[{\"indicator\": \"RSI\", \"value\": 1, \"value\": 2}], \"key")),
                argumentSet("a number of 5,000 digits", BUY.replace("137.5", "1".repeat(5_000))),
                argumentSet("a text of a million", BUY.replace("Price holds", "very ".repeat(200_000))),
                argumentSet("a raw NUL", BUY.replace("Price", NUL)),
                argumentSet("a raw line break", BUY.replace("Price", "a\nb")),
                argumentSet("a NUL behind it", BUY + NUL),
                argumentSet(
                        "half a pair as a key", BUY.replace("\"symbol\"", "\"" + HALF_A_PAIR + "\": 1, \"symbol\"")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "I can see a double bottom, BUY.",
                "I can see a clear uptrend and recommend BUY with a confidence of 0.8.",
                "The chart shows SPY. I would buy it.",
                "I'm seeing higher lows, so BUY.",
                "I am not sure, but BUY.",
                "I would not buy this."
            })
    void callsProseInvalid(String answer) {
        assertInvalid(answer, "expected one JSON object, found: ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "I'm sorry, but I can't assist with that.",
                "I’m sorry, but I can’t assist with that request.",
                "I’m really sorry, but I am unable to analyse charts.",
                "I can’t help with financial advice.",
                "I can't see a clear trend, HOLD",
                "I cannot provide investment advice. {\"recommendation\": \"BUY\"}",
                "I won’t make predictions about securities.",
                "I'm unable to view images.",
                "I’m not able to see the chart you mention.",
                "I am afraid I can't do that.",
                "I’m afraid that I cannot recommend trades.",
                "Unfortunately, I can’t process this image.",
                "Regrettably, I am unable to comply.",
                "As an AI, I cannot give financial advice.",
                "As a large language model, I don’t provide trading signals.",
                "I do not feel comfortable recommending a trade.",
                "I have to decline this request.",
                "We are unable to complete your request.",
                "My apologies, but this goes against my guidelines.",
                "Sorry — I can't read this chart."
            })
    void callsPoliteSentencesRefusals(String answer) {
        assertThat(parser.parse(answer))
                .asInstanceOf(type(Unusable.class))
                .satisfies(answered -> assertThat(answered.status()).isEqualTo(AnalysisStatus.REFUSED));
    }

    @ParameterizedTest
    @MethodSource
    void readsWhatIsOnlyUnusual(String answer) {
        assertThat(parser.parse(answer)).isInstanceOf(Usable.class);
    }

    static Stream<Arguments> readsWhatIsOnlyUnusual() {
        return Stream.of(
                argumentSet("exponents", BUY.replace("137.5", "1.375e2").replace("0.78", "78E-2")),
                argumentSet("a fence without a language", "```\n" + BUY + "\n```"),
                argumentSet("blanks around it", "\n\n  " + BUY + "\r\n\r\n"),
                argumentSet(
                        "another order",
                        "{\"r_multiple\": 0.67, " + BUY.substring(1).replace(",\n \"r_multiple\": 0.67", "")),
                argumentSet("escapes", BUY.replace("\"BUY\"", "\"B\\u0055Y\"")),
                argumentSet("half a pair in a text", BUY.replace("higher lows", HALF_A_PAIR)),
                argumentSet("emoji in a text", BUY.replace("higher lows", "🚀")));
    }

    private void assertInvalid(String answer, String why) {
        assertThat(parser.parse(answer))
                .asInstanceOf(type(Unusable.class))
                .satisfies(answered -> assertThat(answered.status()).isEqualTo(AnalysisStatus.INVALID))
                .satisfies(
                        answered -> assertThat(answered.error()).contains(why).doesNotContain(NUL));
    }
}
