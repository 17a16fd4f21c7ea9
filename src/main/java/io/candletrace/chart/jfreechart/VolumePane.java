package io.candletrace.chart.jfreechart;

import java.awt.Color;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Traded volume, coloured by the bar's direction, with its moving average. */
final class VolumePane {
    private static final int AVERAGE_BARS = 20;
    private static final double MARGIN = 1.08;
    private static final double STRENGTH = 0.55;

    private VolumePane() {}

    static Pane of(Scene scene) {
        var volumes = scene.bars().stream()
                .mapToDouble(bar -> bar.volume().doubleValue())
                .toArray();
        var average = average(scene);
        var palette = scene.palette();
        var layers = new Layers(scene, axis(scene, Arrays.stream(volumes).max().orElseThrow()))
                .columns(volumes, index -> color(scene, index))
                .line(average, palette.text(), Layers.LINE);
        var legend = new Legend(scene);
        var style = NumberStyle.compact();
        return new Pane(
                layers.plot(),
                List.of(
                        legend.plain("Volume", style.text(volumes[volumes.length - 1])),
                        legend.line(palette.text(), "average " + AVERAGE_BARS, average[average.length - 1], style)));
    }

    private static RightAxis axis(Scene scene, double most) {
        var scale = ValueScale.linear(0, most == 0 ? 1 : most * MARGIN, NumberStyle.brief());
        return new RightAxis(scale, scene, Optional.empty());
    }

    private static Color color(Scene scene, int index) {
        var bar = scene.bars().get(index);
        var rising = bar.close().compareTo(bar.open()) >= 0;
        return scene.palette().tint(scene.palette().direction(rising), STRENGTH);
    }

    /** Over the bar and the ones before it, warm-up included; undefined where there are too few. */
    private static double[] average(Scene scene) {
        var bars = scene.series().series().bars();
        var averages = new double[scene.series().displayed()];
        for (int i = 0; i < averages.length; i++) {
            var end = scene.series().firstDisplayed() + i + 1;
            averages[i] = end < AVERAGE_BARS
                    ? Double.NaN
                    : bars.subList(end - AVERAGE_BARS, end).stream()
                            .mapToDouble(bar -> bar.volume().doubleValue())
                            .average()
                            .orElseThrow();
        }
        return averages;
    }
}
