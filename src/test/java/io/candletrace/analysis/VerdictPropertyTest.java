package io.candletrace.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.candletrace.analysis.ParsedAnswer.Usable;
import io.candletrace.market.Symbol;
import io.candletrace.testing.SampleAnswers;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class VerdictPropertyTest {
    private static final String READINGS =
            "[{\"indicator\": \"RSI\", \"value\": 58.3}, {\"indicator\": \"MACD.histogram\", \"value\": -0.45}], \"key";
    private static final List<String> ANSWERS = List.of(
            SampleAnswers.buy("SPY"),
            SampleAnswers.buy("SPY").replace("[], \"key", READINGS),
            SampleAnswers.hold("SPY"));
    private static final Pattern TOKEN = Pattern.compile("\"[^\"]*\"|-?[0-9.]+|[a-z]+|[\\[\\]{}:,]");
    private static final Pattern NUMBER = Pattern.compile("-?\\d+(?:\\.\\d+)?(?:[eE][-+]?\\d{1,3})?");
    private static final BigDecimal ROUNDED = new BigDecimal("0.00005");
    private static final ObjectMapper JSON = new ObjectMapper();

    private final VerdictParser parser = new VerdictParser(new Symbol("SPY"), new BigDecimal("139"));

    @Property(tries = 3_000)
    void saysNothingThatTheAnswerDoesNotSay(@ForAll("mutations") String answer) {
        if (parser.parse(answer) instanceof Usable(var verdict)) {
            assertThat(numbers(verdict))
                    .allSatisfy(number -> assertThat(states(answer, number)).isTrue());
            assertThat(answer)
                    .contains("\"" + verdict.recommendation() + "\"")
                    .contains("\"" + verdict.trend().name().toLowerCase(Locale.ROOT) + "\"");
            assertThat(texts(verdict)).allSatisfy(text -> assertThat(answer).contains(written(text)));
        }
    }

    @Property(tries = 2_000)
    void findsNoVerdictInAnyText(@ForAll String text) {
        assertThat(parser.parse(text)).isInstanceOf(ParsedAnswer.Unusable.class);
    }

    @Property(tries = 2_000)
    void findsNoVerdictInShuffledPieces(@ForAll("pieces") List<String> pieces) {
        assertThat(parser.parse("{" + String.join(" ", pieces) + "}")).isInstanceOf(ParsedAnswer.Unusable.class);
    }

    @Property(tries = 1_000)
    void findsNoVerdict_whereAFieldIsMissing(@ForAll("fields") String field, @ForAll("answers") String answer)
            throws JsonProcessingException {
        var object = (ObjectNode) JSON.readTree(answer);
        object.remove(field);

        assertThat(parser.parse(object.toString())).isInstanceOf(ParsedAnswer.Unusable.class);
    }

    @Provide
    Arbitrary<String> answers() {
        return Arbitraries.of(ANSWERS);
    }

    @Provide
    Arbitrary<String> fields() {
        return Arbitraries.of(VerdictSchema.FIELDS);
    }

    @Provide
    Arbitrary<List<String>> pieces() {
        return Arbitraries.of(tokens(ANSWERS.get(1))).list().ofMaxSize(80);
    }

    @Provide
    Arbitrary<String> mutations() {
        return answers()
                .flatMap(answer -> Arbitraries.oneOf(
                        cut(
                                answer,
                                Arbitraries.integers()
                                        .between(0, answer.length() - 1)
                                        .map(i -> new Span(i, i + 1))),
                        cut(answer, Arbitraries.of(spans(answer)))));
    }

    /** Leaves a piece out, says it twice or says something else instead. */
    private static Arbitrary<String> cut(String answer, Arbitrary<Span> spans) {
        var instead = Arbitraries.of(tokens(answer));
        var character = Arbitraries.chars().ascii().map(String::valueOf);
        return Combinators.combine(
                        spans,
                        Arbitraries.oneOf(instead, character),
                        Arbitraries.integers().between(0, 2))
                .as((span, other, change) -> {
                    var piece = answer.substring(span.from(), span.to());
                    var changed = List.of("", piece + piece, other).get(change);
                    return answer.substring(0, span.from()) + changed + answer.substring(span.to());
                });
    }

    private static List<Span> spans(String answer) {
        return TOKEN.matcher(answer)
                .results()
                .map(match -> new Span(match.start(), match.end()))
                .toList();
    }

    private static List<String> tokens(String answer) {
        return TOKEN.matcher(answer).results().map(MatchResult::group).toList();
    }

    private static List<BigDecimal> numbers(Verdict verdict) {
        return Stream.of(
                        verdict.supportLevels().stream(),
                        verdict.resistanceLevels().stream(),
                        verdict.targets().stream(),
                        verdict.readings().stream().map(Reading::value),
                        verdict.entry().stream().flatMap(range -> Stream.of(range.low(), range.high())),
                        verdict.confidence().stream(),
                        verdict.stopLoss().stream(),
                        verdict.rMultiple().stream())
                .flatMap(Function.identity())
                .toList();
    }

    private static List<String> texts(Verdict verdict) {
        return Stream.of(
                        verdict.keyPatterns().stream(),
                        verdict.readings().stream().map(Reading::indicator),
                        Stream.of(verdict.reasoning()))
                .flatMap(Function.identity())
                .toList();
    }

    private static boolean states(String answer, BigDecimal number) {
        return NUMBER.matcher(answer)
                .results()
                .map(match -> new BigDecimal(match.group()))
                .anyMatch(stated -> stated.subtract(number).abs().compareTo(ROUNDED) <= 0);
    }

    private static String written(String text) {
        try {
            return JSON.writeValueAsString(text);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private record Span(int from, int to) {}
}
