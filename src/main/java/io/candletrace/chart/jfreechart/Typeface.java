package io.candletrace.chart.jfreechart;

import io.candletrace.chart.ClassPathFile;
import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.font.FontRenderContext;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

/**
 * The outlines of a bundled font. They are taken once, unhinted and at a large size, so that no font renderer of the
 * machine has a say in how text looks.
 */
final class Typeface {
    private static final int UNITS = 1000;
    private static final String ALPHABET = alphabet();

    private final Map<Character, Glyph> glyphs;
    private final Glyph unknown;

    private record Glyph(Path2D outline, double advance) {}

    private Typeface(Map<Character, Glyph> glyphs, Glyph unknown) {
        this.glyphs = glyphs;
        this.unknown = unknown;
    }

    /** Reads a TrueType font from the class path. */
    static Typeface read(String resource) {
        var font = font(resource).deriveFont((float) UNITS);
        var context = new FontRenderContext(new AffineTransform(), true, true);
        var glyphs = new HashMap<Character, Glyph>();
        for (char character : ALPHABET.toCharArray()) {
            glyphs.put(character, glyph(font, context, character));
        }
        return new Typeface(Map.copyOf(glyphs), glyph(font, context, '?'));
    }

    /** How wide a line of text is, in px. */
    double width(String text, double sizePx) {
        return text.chars().mapToDouble(letter -> glyph(letter).advance()).sum() * sizePx / UNITS;
    }

    /** A line of text as one shape, its baseline starting at this point. */
    Path2D outline(String text, double x, double baseline, double sizePx) {
        var line = new Path2D.Double();
        var scale = sizePx / UNITS;
        var pen = x;
        for (int i = 0; i < text.length(); i++) {
            var glyph = glyph(text.charAt(i));
            var place = new AffineTransform(scale, 0, 0, scale, pen, baseline);
            line.append(glyph.outline().getPathIterator(place), false);
            pen += glyph.advance() * scale;
        }
        return line;
    }

    private Glyph glyph(int letter) {
        return glyphs.getOrDefault((char) letter, unknown);
    }

    private static Glyph glyph(Font font, FontRenderContext context, char letter) {
        var vector = font.createGlyphVector(context, new char[] {letter});
        return new Glyph(
                new Path2D.Double(vector.getOutline()),
                vector.getGlyphMetrics(0).getAdvanceX());
    }

    private static Font font(String resource) {
        try {
            return Font.createFont(Font.TRUETYPE_FONT, new ByteArrayInputStream(ClassPathFile.bytes(resource)));
        } catch (IOException | FontFormatException unreadable) {
            throw new IllegalStateException("not a font: " + resource, unreadable);
        }
    }

    private static String alphabet() {
        var letters = new StringBuilder("·–…▲▼");
        for (char letter = ' '; letter <= '~'; letter++) {
            letters.append(letter);
        }
        return letters.toString();
    }
}
