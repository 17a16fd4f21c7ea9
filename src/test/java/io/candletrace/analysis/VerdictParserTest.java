package io.candletrace.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import io.candletrace.analysis.ParsedAnswer.Unusable;
import io.candletrace.analysis.ParsedAnswer.Usable;
import io.candletrace.market.Symbol;
import io.candletrace.testing.SampleAnswers;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class VerdictParserTest {
    private static final String BUY = SampleAnswers.buy("SPY");
    private static final String RSI = "{\"indicator\": \"RSI\", \"value\": 58.30}";

    private final VerdictParser parser = new VerdictParser(new Symbol("SPY"), new BigDecimal("139"));

    @Test
    void readsAWellFormedAnswer() {
        var verdict = verdict(BUY);

        assertThat(verdict.trend()).isEqualTo(Trend.BULLISH);
        assertThat(verdict.recommendation()).isEqualTo(Recommendation.BUY);
        assertThat(verdict.confidence())
                .hasValueSatisfying(value -> assertThat(value).isEqualByComparingTo("0.78"));
        assertThat(verdict.supportLevels()).containsExactly(new BigDecimal("137.5"), new BigDecimal("132"));
        assertThat(verdict.entry()).contains(new PriceRange(new BigDecimal("138.5"), new BigDecimal("139.2")));
        assertThat(verdict.stopLoss()).contains(new BigDecimal("135"));
        assertThat(verdict.targets()).containsExactly(new BigDecimal("142"), new BigDecimal("146.25"));
        assertThat(verdict.keyPatterns()).containsExactly("higher lows");
    }

    @Test
    void readsTheReadingsThatItRestsOn() {
        var answer = BUY.replace(
                "[], \"key", "[" + RSI + ", {\"indicator\": \"MACD.histogram\", \"value\": -1e-13}], \"key");

        assertThat(verdict(answer).readings())
                .containsExactly(
                        new Reading("RSI", new BigDecimal("58.3")), new Reading("MACD.histogram", BigDecimal.ZERO));
        assertThat(verdict(answer).rMultiple()).contains(new BigDecimal("0.67"));
    }

    @ParameterizedTest
    @CsvSource({": 135, 140, a stop above the entry", "[142, 100, a target below it", "[142, 139, a target inside it"})
    void leavesItToTheClaims_whetherAPlanMakesSense(String from, String price) {
        var answer = BUY.replace(from, from.charAt(0) + price);

        assertThat(verdict(answer).recommendation()).isEqualTo(Recommendation.BUY);
    }

    @Test
    void sortsLevels_nearestToTheLastCloseFirst() {
        var answer = BUY.replace("[137.5, 132]", "[120, 138, 130]");

        assertThat(verdict(answer).supportLevels())
                .map(BigDecimal::toPlainString)
                .containsExactly("138", "130", "120");
    }

    @Test
    void keepsTheNearestTwoTargets() {
        var answer = BUY.replace("[142, 146.25]", "[160, 142, 150]");

        assertThat(verdict(answer).targets()).map(BigDecimal::toPlainString).containsExactly("142", "150");
    }

    @Test
    void dropsWhatAHoldCannotHave() {
        var verdict = verdict(BUY.replace("\"BUY\"", "\"HOLD\""));

        assertThat(verdict.recommendation()).isEqualTo(Recommendation.HOLD);
        assertThat(verdict.confidence()).isEmpty();
        assertThat(verdict.entry()).isEmpty();
        assertThat(verdict.stopLoss()).isEmpty();
        assertThat(verdict.targets()).isEmpty();
        assertThat(verdict.rMultiple()).isEmpty();
    }

    @Test
    void readsAnAnswerInACodeFence() {
        assertThat(verdict("```json\n" + BUY + "\n```").recommendation()).isEqualTo(Recommendation.BUY);
    }

    @Test
    void keepsTextThatADatabaseCanHold() {
        var answer = BUY.replace("Price holds", "a\\u0000b\\ud800c");

        assertThat(verdict(answer).reasoning()).startsWith("a\uFFFDb\uFFFDc");
    }

    @Test
    void roundsNumbers_withoutWritingThemOut() {
        var answer = BUY.replace("0.78", "1e-999999999").replace("146.25", "146.123456789");

        var verdict = verdict(answer);

        assertThat(verdict.confidence()).contains(BigDecimal.ZERO);
        assertThat(verdict.targets()).contains(new BigDecimal("146.12345679"));
    }

    @ParameterizedTest
    @MethodSource("invalid")
    void callsAnAnswerInvalid(String answer, String why) {
        assertThat(parser.parse(answer))
                .asInstanceOf(type(Unusable.class))
                .satisfies(answered -> assertThat(answered.status()).isEqualTo(AnalysisStatus.INVALID))
                .satisfies(answered -> assertThat(answered.error()).contains(why));
    }

    static Stream<Arguments> invalid() {
        return Stream.of(
                changed("do not buy", "\"BUY\"", "\"do not buy\"", "recommendation: expected one of [BUY, HOLD, SELL]"),
                changed("lower case", "\"BUY\"", "\"buy\"", "recommendation"),
                changed("unknown trend", "\"bullish\"", "\"sideways\"", "trend_direction"),
                changed("confidence above one", "0.78", "78", "confidence: expected a number from 0 to 1"),
                changed("negative confidence", "0.78", "-0.1", "found -0.1"),
                changed("confidence as text", "0.78", "\"high\"", "found \"high\""),
                changed("no confidence", "0.78", "null", "expected a number for BUY"),
                changed("not a number", "0.78", "NaN", "NaN"),
                changed("wrong symbol", "\"SPY\"", "\"QQQ\"", "symbol: expected SPY, found 'QQQ'"),
                changed("entry upside down", "138.5", "139.9", "entry_low: expected at most entry_high"),
                changed("half an entry", "138.5", "null", "expected both or neither"),
                changed(
                        "no readings",
                        "\"readings\": [],",
                        "",
                        "readings: expected a list of at most 20, found nothing"),
                changed(
                        "no multiple",
                        ",\n \"r_multiple\": 0.67",
                        "",
                        "r_multiple: expected a number, or null, found nothing"),
                changed("multiple as text", "0.67", "\"2:1\"", "r_multiple: expected a number, or null, found \"2:1\""),
                reading("a text", "\"RSI 58\""),
                reading("a number", "58"),
                reading("a pair", "[\"RSI\", 58]"),
                reading("without its value", "{\"indicator\": \"RSI\"}"),
                reading("without a name", "{\"indicator\": \" \", \"value\": 58}"),
                reading("with a value as text", "{\"indicator\": \"RSI\", \"value\": \"58\"}"),
                reading("with no value", "{\"indicator\": \"RSI\", \"value\": null}"),
                reading("with a word", "{\"indicator\": \"RSI\", \"value\": 58, \"reading\": \"neutral\"}"),
                reading("of 1e15", "{\"indicator\": \"OBV\", \"value\": 1e15}"),
                reading("21 times", String.join(", ", Collections.nCopies(21, RSI))),
                changed("negative level", "137.5", "-137.5", "support_levels: expected a positive price"),
                changed("price that no column holds", "137.5", "1e999999999", "expected a positive price"),
                changed("levels as text", "[137.5, 132]", "\"137.5\"", "support_levels: expected a list"),
                changed("duplicate key", "\"confidence\"", "\"symbol\": \"SPY\", \"confidence\"", "Duplicate"),
                changed(
                        "missing field",
                        "\"stop_loss\": 135,",
                        "",
                        "stop_loss: expected a positive price, found nothing"),
                changed("unknown field", "\"symbol\"", "\"mood\": \"good\", \"symbol\"", "'mood' is not in the schema"),
                Arguments.argumentSet("prose", "The chart looks strong, buy it.", "expected one JSON object"),
                Arguments.argumentSet("two objects", BUY + BUY, "expected one JSON object"),
                Arguments.argumentSet("a list", "[" + BUY + "]", "expected one JSON object"),
                Arguments.argumentSet("nothing", "  ", "empty"));
    }

    @Test
    void tellsEverythingThatIsWrong() {
        var answer = BUY.replace("0.78", "2").replace("\"bullish\"", "\"up\"");

        assertThat(parser.parse(answer))
                .asInstanceOf(type(Unusable.class))
                .satisfies(answered -> assertThat(answered.error()).contains("confidence", "trend_direction"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "I'm sorry, but I can't help with that.",
                "I’m sorry, I can’t provide investment advice.",
                "Sorry, I am not able to analyse this chart.",
                "I cannot provide financial advice.",
                "As an AI language model, I can't make trading decisions.",
                "Unfortunately, I am unable to assist with that request.",
                "I apologize, but this is outside what I may do."
            })
    void callsAPoliteSentenceARefusal(String answer) {
        assertThat(parser.parse(answer))
                .asInstanceOf(type(Unusable.class))
                .satisfies(answered -> assertThat(answered.status()).isEqualTo(AnalysisStatus.REFUSED));
    }

    @ParameterizedTest
    @ValueSource(strings = {"BUY", "HOLD"})
    void callsAnAnswerThatEndsInTheMiddleTruncated(String recommendation) {
        var answer = recommendation.equals("BUY")
                ? BUY.replace("[], \"key", "[" + RSI + "], \"key").replace("0.67", "-6.7e-1")
                : SampleAnswers.hold("SPY");

        assertThat(IntStream.range(1, answer.length()).mapToObj(length -> answer.substring(0, length)))
                .allSatisfy(cut -> assertThat(parser.parse(cut))
                        .asInstanceOf(type(Unusable.class))
                        .satisfies(answered -> assertThat(answered.status()).isEqualTo(AnalysisStatus.TRUNCATED)));
    }

    private Verdict verdict(String answer) {
        var parsed = parser.parse(answer);
        assertThat(parsed).as("%s", parsed).isInstanceOf(Usable.class);
        return ((Usable) parsed).verdict();
    }

    private static Arguments reading(String name, String reading) {
        return Arguments.argumentSet(
                "a reading " + name,
                BUY.replace("[], \"key", "[" + reading + "], \"key"),
                "readings: expected " + (name.equals("21 times") ? "a list of at most 20" : "objects of indicator"));
    }

    private static Arguments changed(String name, String from, String to, String why) {
        assertThat(BUY).contains(from);
        return Arguments.argumentSet(name, BUY.replace(from, to), why);
    }
}
