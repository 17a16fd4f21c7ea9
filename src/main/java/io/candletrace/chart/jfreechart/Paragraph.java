package io.candletrace.chart.jfreechart;

import java.awt.Graphics2D;
import java.util.ArrayList;
import java.util.List;

/**
 * Phrases set in rows.
 *
 * @param rows from the top; each has at least one phrase
 * @param gap between phrases, in px
 * @param rowHeight from baseline to baseline, in px
 */
record Paragraph(List<List<Phrase>> rows, int gap, int rowHeight) {
    /** Sets phrases in as few rows as fit into a width; a phrase that alone is wider has a row of its own. */
    static Paragraph set(List<Phrase> phrases, double width, int gap, int rowHeight) {
        var rows = new ArrayList<List<Phrase>>();
        var right = 0.0;
        for (var phrase : phrases) {
            if (rows.isEmpty() || right + gap + phrase.width() > width) {
                rows.add(new ArrayList<>());
                right = -gap;
            }
            rows.getLast().add(phrase);
            right += gap + phrase.width();
        }
        return new Paragraph(rows, gap, rowHeight);
    }

    int height() {
        return rows.size() * rowHeight;
    }

    void draw(Graphics2D graphics, double left, double firstBaseline) {
        var baseline = firstBaseline;
        for (var row : rows) {
            var pen = left;
            for (var phrase : row) {
                phrase.draw(graphics, pen, baseline);
                pen += phrase.width() + gap;
            }
            baseline += rowHeight;
        }
    }
}
