package io.candletrace.chart.jfreechart;

/**
 * The picture's type sizes, in Liberation Sans: its digits are all equally wide, so figures line up.
 *
 * @param small axes, legends, footer
 * @param smallBold latest values, tags
 * @param medium the header's figures
 * @param mediumBold the header's change
 * @param title the symbol
 * @param watermark across the picture
 */
record Letterings(
        Lettering small,
        Lettering smallBold,
        Lettering medium,
        Lettering mediumBold,
        Lettering title,
        Lettering watermark) {
    private static final String REGULAR = "liberation/LiberationSans-Regular.ttf";
    private static final String BOLD = "liberation/LiberationSans-Bold.ttf";

    /** Reads both typefaces from the class path. */
    static Letterings bundled() {
        var regular = Typeface.read(REGULAR);
        var bold = Typeface.read(BOLD);
        return new Letterings(
                new Lettering(regular, 16),
                new Lettering(bold, 16),
                new Lettering(regular, 18),
                new Lettering(bold, 18),
                new Lettering(bold, 28),
                new Lettering(bold, 132));
    }
}
