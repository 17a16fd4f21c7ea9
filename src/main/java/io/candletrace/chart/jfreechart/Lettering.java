package io.candletrace.chart.jfreechart;

import java.awt.Color;
import java.awt.Graphics2D;

/**
 * One typeface at one size.
 *
 * @param face the outlines
 * @param sizePx em size; at least 16, so that text survives the scaling that vendors do
 */
record Lettering(Typeface face, double sizePx) {
    /** Of the capitals and digits of Liberation Sans, as a part of the em. */
    private static final double CAP_HEIGHT = 0.69;

    double width(String text) {
        return face.width(text, sizePx);
    }

    /** How far below a middle line the baseline runs when capitals and digits are centred on it, in px. */
    double drop() {
        return sizePx * CAP_HEIGHT / 2;
    }

    void draw(Graphics2D graphics, String text, double x, double baseline, Color color) {
        graphics.setPaint(color);
        graphics.fill(face.outline(text, x, baseline, sizePx));
    }

    void drawRight(Graphics2D graphics, String text, double right, double baseline, Color color) {
        draw(graphics, text, right - width(text), baseline, color);
    }

    void drawCentred(Graphics2D graphics, String text, double middle, double baseline, Color color) {
        draw(graphics, text, middle - width(text) / 2, baseline, color);
    }
}
