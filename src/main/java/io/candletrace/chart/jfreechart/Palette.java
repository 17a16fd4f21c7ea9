package io.candletrace.chart.jfreechart;

import io.candletrace.chart.Theme;
import java.awt.Color;
import java.util.List;
import java.util.stream.Stream;

/**
 * A theme's colours. Rising and falling are told apart without red and green; the overlays' lightness differs, so that they
 * stay apart in greyscale.
 *
 * @param background behind everything
 * @param grid thin lines
 * @param gridStrong where a year begins, pane frames, zero lines
 * @param text what must be read first
 * @param muted names, axes
 * @param up rising bars
 * @param down falling bars
 * @param band Bollinger's edges
 * @param flag marks of findings
 * @param onTag text on a tag of {@code up} or {@code down}
 * @param overlays six line colours
 */
record Palette(
        Color background,
        Color grid,
        Color gridStrong,
        Color text,
        Color muted,
        Color up,
        Color down,
        Color band,
        Color flag,
        Color onTag,
        List<Color> overlays) {
    static Palette of(Theme theme) {
        return switch (theme) {
            case LIGHT -> light();
            case DARK -> dark();
        };
    }

    /** The colour of the n-th overlay line; after six they repeat. */
    Color overlay(int index) {
        return overlays.get(index % overlays.size());
    }

    /** The colour a bar's direction has. */
    Color direction(boolean rising) {
        return rising ? up : down;
    }

    /** A colour laid thinly over the background, as an opaque colour. */
    Color tint(Color color, double strength) {
        return new Color(
                mix(background.getRed(), color.getRed(), strength),
                mix(background.getGreen(), color.getGreen(), strength),
                mix(background.getBlue(), color.getBlue(), strength));
    }

    /** A colour that lets through what lies below. */
    static Color glaze(Color color, double opacity) {
        return new Color(color.getRed(), color.getGreen(), color.getBlue(), (int) Math.round(opacity * 255));
    }

    private static int mix(int below, int above, double strength) {
        return (int) Math.round(below + (above - below) * strength);
    }

    private static Palette light() {
        return new Palette(
                new Color(0xFFFFFF),
                new Color(0xE9ECF1),
                new Color(0xB9C1CC),
                new Color(0x17202B),
                new Color(0x586474),
                new Color(0x00897B),
                new Color(0xE2481B),
                new Color(0x7C8CA6),
                new Color(0xA15C00),
                new Color(0xFFFFFF),
                colors(0x1E88E5, 0xE9A100, 0x521A92, 0xD0277F, 0x745432, 0x12263F));
    }

    private static Palette dark() {
        return new Palette(
                new Color(0x10151D),
                new Color(0x222A36),
                new Color(0x475366),
                new Color(0xF0F3F7),
                new Color(0x9FABBB),
                new Color(0x26B8A6),
                new Color(0xFF6A3D),
                new Color(0x7D8FAE),
                new Color(0xFFB74D),
                new Color(0x10151D),
                colors(0x55A0EE, 0xF7C948, 0x9560FF, 0xFF93CB, 0x905F36, 0xE8EEF5));
    }

    private static List<Color> colors(Integer... rgb) {
        return Stream.of(rgb).map(Color::new).toList();
    }
}
