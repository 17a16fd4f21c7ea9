package io.candletrace.chart.jfreechart;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.Optional;

/**
 * Words that stay on one line, after a swatch of the line they speak of.
 *
 * @param swatch the line's colour
 * @param runs at least one
 */
record Phrase(Optional<Color> swatch, List<Run> runs) {
    private static final int SWATCH_WIDTH = 18;
    private static final int SWATCH_HEIGHT = 4;
    private static final int GAP = 7;

    /**
     * Words of one kind.
     *
     * @param text one line
     * @param letters its letters
     * @param ink its colour
     */
    record Run(String text, Lettering letters, Color ink) {}

    static Phrase of(Run... runs) {
        return new Phrase(Optional.empty(), List.of(runs));
    }

    static Phrase of(Color swatch, Run... runs) {
        return new Phrase(Optional.of(swatch), List.of(runs));
    }

    double width() {
        var words = runs.stream()
                .mapToDouble(run -> run.letters().width(run.text()))
                .sum();
        return words + GAP * (runs.size() - 1) + (swatch.isPresent() ? SWATCH_WIDTH + GAP : 0);
    }

    void draw(Graphics2D graphics, double left, double baseline) {
        var pen = left;
        if (swatch.isPresent()) {
            var middle = baseline - runs.getFirst().letters().drop();
            graphics.setPaint(swatch.get());
            graphics.fill(new Rectangle2D.Double(
                    Math.round(pen), Math.round(middle) - SWATCH_HEIGHT / 2.0, SWATCH_WIDTH, SWATCH_HEIGHT));
            pen += SWATCH_WIDTH + GAP;
        }
        for (var run : runs) {
            run.letters().draw(graphics, run.text(), pen, baseline, run.ink());
            pen += run.letters().width(run.text()) + GAP;
        }
    }
}
