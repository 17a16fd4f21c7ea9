package io.candletrace.prompt;

import static org.assertj.core.api.Assertions.assertThat;

import io.candletrace.prompt.TextDiff.Line;
import io.candletrace.prompt.TextDiff.Op;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class TextDiffTest {
    @Example
    void tellsWhatBecameOfEveryLine() {
        assertThat(TextDiff.lines("a\nb\nc", "a\nx\nc\nd"))
                .containsExactly(
                        new Line(Op.SAME, Optional.of(1), Optional.of(1), "a"),
                        new Line(Op.REMOVED, Optional.of(2), Optional.empty(), "b"),
                        new Line(Op.ADDED, Optional.empty(), Optional.of(2), "x"),
                        new Line(Op.SAME, Optional.of(3), Optional.of(3), "c"),
                        new Line(Op.ADDED, Optional.empty(), Optional.of(4), "d"));
    }

    @Example
    void seesALineBreakAtTheEnd() {
        assertThat(TextDiff.lines("a", "a\n"))
                .containsExactly(
                        new Line(Op.SAME, Optional.of(1), Optional.of(1), "a"),
                        new Line(Op.ADDED, Optional.empty(), Optional.of(2), ""));
    }

    @Property
    void losesNothing(@ForAll("texts") String from, @ForAll("texts") String to) {
        var lines = TextDiff.lines(from, to);

        assertThat(without(Op.ADDED, lines)).isEqualTo(from);
        assertThat(without(Op.REMOVED, lines)).isEqualTo(to);
        assertThat(lines.stream().flatMap(line -> line.from().stream()))
                .isEqualTo(numbers(from.split("\n", -1).length));
        assertThat(lines.stream().flatMap(line -> line.to().stream())).isEqualTo(numbers(to.split("\n", -1).length));
    }

    @Property
    void findsOnlySame_inATextAndItself(@ForAll("texts") String text) {
        assertThat(TextDiff.lines(text, text)).allMatch(line -> line.op() == Op.SAME);
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.of("a", "b", "c", "", " ").list().ofMaxSize(12).map(lines -> String.join("\n", lines));
    }

    private static String without(Op op, List<Line> lines) {
        return lines.stream().filter(line -> line.op() != op).map(Line::text).collect(Collectors.joining("\n"));
    }

    private static List<Integer> numbers(int last) {
        return IntStream.rangeClosed(1, last).boxed().toList();
    }
}
