package io.candletrace.chart.jfreechart;

import static org.assertj.core.api.Assertions.assertThat;

import io.candletrace.chart.Theme;
import java.awt.Color;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PaletteTest {
    private static final double LEAST_DIFFERENCE = 8;

    @ParameterizedTest
    @EnumSource(Theme.class)
    void keepsSixOverlaysApartInGreyscale(Theme theme) {
        var greys = Palette.of(theme).overlays().stream()
                .mapToDouble(PaletteTest::lightness)
                .sorted()
                .toArray();

        assertThat(greys).hasSize(6);
        for (int i = 1; i < greys.length; i++) {
            assertThat(greys[i] - greys[i - 1]).isGreaterThan(LEAST_DIFFERENCE);
        }
    }

    /** CIE L*, 0 to 100. */
    private static double lightness(Color color) {
        var luminance =
                0.2126 * linear(color.getRed()) + 0.7152 * linear(color.getGreen()) + 0.0722 * linear(color.getBlue());
        return 116 * Math.cbrt(luminance) - 16;
    }

    private static double linear(int channel) {
        var share = channel / 255.0;
        return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
    }
}
