package io.candletrace.prompt;

import com.github.difflib.DiffUtils;
import com.github.difflib.algorithm.myers.MyersDiffWithLinearSpace;
import com.github.difflib.patch.AbstractDelta;
import com.github.difflib.patch.Chunk;
import com.github.difflib.patch.DeltaType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Compares texts line by line. */
public final class TextDiff {
    private TextDiff() {}

    /**
     * Every line of both texts in order, what was removed before all that was put in its place. A text that ends with a line break
     * has an empty last line, so that no difference is lost. It takes time with the product of the lines that differ: seconds for
     * the longest texts that have nothing in common.
     */
    public static List<Line> lines(String from, String to) {
        var patch = DiffUtils.diff(split(from), split(to), new MyersDiffWithLinearSpace<>(), null, true);
        var lines = new ArrayList<Line>();
        var added = new ArrayList<Line>();
        patch.getDeltas().stream().flatMap(TextDiff::lines).forEach(line -> {
            if (line.op() == Op.SAME) {
                lines.addAll(added);
                added.clear();
            }
            (line.op() == Op.ADDED ? added : lines).add(line);
        });
        lines.addAll(added);
        return List.copyOf(lines);
    }

    private static Stream<Line> lines(AbstractDelta<String> delta) {
        var source = delta.getSource();
        var target = delta.getTarget();
        if (delta.getType() == DeltaType.EQUAL) {
            return IntStream.range(0, source.size())
                    .mapToObj(i -> new Line(
                            Op.SAME,
                            number(source, i),
                            number(target, i),
                            source.getLines().get(i)));
        }
        var removed = IntStream.range(0, source.size())
                .mapToObj(i -> new Line(
                        Op.REMOVED,
                        number(source, i),
                        Optional.empty(),
                        source.getLines().get(i)));
        var added = IntStream.range(0, target.size())
                .mapToObj(i -> new Line(
                        Op.ADDED,
                        Optional.empty(),
                        number(target, i),
                        target.getLines().get(i)));
        return Stream.concat(removed, added);
    }

    private static Optional<Integer> number(Chunk<String> chunk, int index) {
        return Optional.of(chunk.getPosition() + index + 1);
    }

    private static List<String> split(String text) {
        return List.of(text.split("\n", -1));
    }

    /** What became of a line. */
    public enum Op {
        /** It is in both texts. */
        SAME,
        /** It is in the first text only. */
        REMOVED,
        /** It is in the second text only. */
        ADDED
    }

    /**
     * A line of one text or both.
     *
     * @param from its number in the first text, from 1; absent when it was added
     * @param to its number in the second text, from 1; absent when it was removed
     * @param text without the line break
     */
    public record Line(Op op, Optional<Integer> from, Optional<Integer> to, String text) {}
}
