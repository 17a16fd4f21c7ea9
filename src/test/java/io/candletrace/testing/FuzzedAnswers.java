package io.candletrace.testing;

import io.candletrace.testing.FakeOpenAi.Asked;
import io.candletrace.testing.FakeOpenAi.Line;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/**
 * Answers that were well-formed once and are damaged at random, each in a way that leaves nothing to act on: what is damaged is
 * the JSON, a word of a list or a number's range, never only the prose. The same seed gives the same damage.
 */
public final class FuzzedAnswers implements Supplier<Line> {
    private static final Pattern SYMBOL = Pattern.compile("Symbol ([A-Z0-9][A-Z0-9._:-]*?),? ");
    private static final List<BiFunction<Random, String, String>> DAMAGE = List.of(
            (random, answer) -> answer.substring(0, random.nextInt(answer.lastIndexOf('}'))),
            (random, answer) -> without(random, answer, "{}[]:,"),
            (random, answer) -> answer.replace("\"BUY\"", "\"" + word(random) + "\""),
            (random, answer) -> answer.replace("\"bullish\"", "\"" + word(random) + "\""),
            (random, answer) -> answer.replace("0.78", Double.toString(1 + random.nextDouble() * 1e6)),
            (random, answer) -> answer.replace("0.78", "-" + random.nextDouble()),
            (random, answer) -> answer.replace(
                    "0.78",
                    List.of("NaN", "Infinity", "\"high\"", "{}", "1e999").get(random.nextInt(5))),
            (random, answer) -> answer.replaceFirst("\\{", "{\"" + word(random) + "\": " + random.nextInt() + ", "),
            (random, answer) -> answer.replaceFirst("\"symbol\": \"", "\"symbol\": \"" + word(random)),
            (random, answer) -> answer + word(random),
            (random, answer) -> word(random) + answer,
            (random, answer) -> "{\"" + word(random) + "\":".repeat(random.nextInt(5_000)) + answer,
            (random, answer) -> bytes(random),
            (random, answer) -> "I'm sorry, but I can't " + word(random) + " that.",
            (random, answer) -> "");

    private final Random random;

    public FuzzedAnswers(long seed) {
        this.random = new Random(seed);
    }

    @Override
    public Line get() {
        return (asked, stage) -> FakeAnswers.says(damaged(asked)).play(asked, stage);
    }

    private synchronized String damaged(Asked asked) {
        var symbol = SYMBOL.matcher(asked.text());
        var answer = SampleAnswers.buy(symbol.find() ? symbol.group(1) : "unknown");
        return DAMAGE.get(random.nextInt(DAMAGE.size())).apply(random, answer);
    }

    /** Without one of these characters; all of them are needed where they stand outside a text. */
    private static String without(Random random, String answer, String needed) {
        var outside = Pattern.compile("\"[^\"]*\"")
                .matcher(answer)
                .replaceAll(text -> "x".repeat(text.group().length()));
        var at = random.ints(0, answer.length())
                .filter(index -> needed.indexOf(outside.charAt(index)) >= 0)
                .findFirst()
                .orElseThrow();
        return answer.substring(0, at) + answer.substring(at + 1);
    }

    private static String word(Random random) {
        return random.ints(1 + random.nextInt(12), 'a', 'z' + 1)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static String bytes(Random random) {
        var bytes = new byte[random.nextInt(2_000)];
        random.nextBytes(bytes);
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }
}
