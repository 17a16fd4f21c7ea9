package io.candletrace.chart.jfreechart;

import io.candletrace.market.Bar;
import io.candletrace.market.Finding;
import java.awt.Graphics2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.ui.RectangleEdge;

/** Findings about shown bars: a small mark at the top of the price pane, with a word where there is room for one. */
final class Flags {
    private static final int LONGEST_WORD = 20;
    private static final int MARK = 6;
    private static final int TOP = 5;
    private static final int GAP = 4;

    private Flags() {}

    /**
     * A finding about a shown bar.
     *
     * @param index of the bar
     * @param word what was found
     */
    record Flag(int index, String word) {}

    /** From left to right; may be empty. */
    static List<Flag> of(Scene scene) {
        var bars = scene.bars();
        return IntStream.range(0, bars.size())
                .boxed()
                .flatMap(index -> about(bars.get(index), scene).map(finding -> new Flag(index, word(finding))))
                .distinct()
                .toList();
    }

    /** How many findings are about bars before the shown ones. */
    static long before(Scene scene) {
        var first = scene.bars().getFirst();
        return scene.series().series().findings().stream()
                .filter(finding -> finding.isBefore(first))
                .count();
    }

    static void draw(Graphics2D graphics, Scene scene, ValueAxis dates, Rectangle2D area) {
        var letters = scene.letterings().smallBold();
        var color = scene.palette().flag();
        var flags = of(scene);
        var free = area.getMinX();
        for (int i = 0; i < flags.size(); i++) {
            var x = x(flags.get(i), dates, area);
            var next = i + 1 < flags.size() ? x(flags.get(i + 1), dates, area) - MARK : area.getMaxX();
            graphics.setPaint(color);
            graphics.fill(mark(x, area.getMinY() + TOP));
            var word = flags.get(i).word();
            var left = place(x, letters.width(word), free, next);
            left.ifPresent(start -> letters.draw(graphics, word, start, area.getMinY() + TOP + 11, color));
            free = Math.max(x + MARK, left.orElse(0) + letters.width(word)) + GAP;
        }
    }

    /** Right of the mark, or left of it; nowhere when it would touch another mark or word. */
    private static OptionalDouble place(double x, double width, double free, double next) {
        if (x + MARK + GAP + width <= next) {
            return OptionalDouble.of(x + MARK + GAP);
        }
        var left = x - MARK - GAP - width;
        return left >= free ? OptionalDouble.of(left) : OptionalDouble.empty();
    }

    private static double x(Flag flag, ValueAxis dates, Rectangle2D area) {
        return dates.valueToJava2D(flag.index(), area, RectangleEdge.BOTTOM);
    }

    private static Stream<Finding> about(Bar bar, Scene scene) {
        return scene.series().series().findings().stream().filter(finding -> finding.isAbout(bar));
    }

    private static String word(Finding finding) {
        var word = finding.code().name().replace('_', ' ');
        return word.length() <= LONGEST_WORD ? word : word.substring(0, LONGEST_WORD - 1) + "…";
    }

    private static Path2D mark(double x, double top) {
        var triangle = new Path2D.Double();
        triangle.moveTo(x - MARK, top);
        triangle.lineTo(x + MARK, top);
        triangle.lineTo(x, top + 2 * MARK);
        triangle.closePath();
        return triangle;
    }
}
