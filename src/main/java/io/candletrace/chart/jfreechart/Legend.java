package io.candletrace.chart.jfreechart;

import io.candletrace.chart.jfreechart.Phrase.Run;
import java.awt.Color;

/** Names of lines with their latest values. */
final class Legend {
    private static final String LACKING = "insufficient history";

    private final Palette palette;
    private final Letterings letterings;

    Legend(Scene scene) {
        this.palette = scene.palette();
        this.letterings = scene.letterings();
    }

    /** A line's name and value; a value that is not there is said to lack history. */
    Phrase line(Color color, String name, double value, NumberStyle style) {
        return Double.isNaN(value) ? note(name + " " + LACKING) : entry(color, name, style.text(value));
    }

    Phrase entry(Color color, String name, String value) {
        return Phrase.of(color, name(name), value(value));
    }

    Phrase plain(String name, String value) {
        return Phrase.of(name(name), value(value));
    }

    Phrase note(String text) {
        return Phrase.of(name(text));
    }

    private Run name(String text) {
        return new Run(text, letterings.small(), palette.muted());
    }

    private Run value(String text) {
        return new Run(text, letterings.smallBold(), palette.text());
    }
}
