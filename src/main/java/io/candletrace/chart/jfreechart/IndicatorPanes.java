package io.candletrace.chart.jfreechart;

import io.candletrace.indicator.Indicator;
import io.candletrace.indicator.IndicatorValues;
import java.awt.Color;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The panes below the price: one for each indicator that is not measured in prices. */
final class IndicatorPanes {
    private static final double MARGIN = 0.08;
    private static final double FLAT = 0.05;
    private static final double LEAST_MARGIN = 1e-9;
    private static final double OVERSOLD = 30;
    private static final double OVERBOUGHT = 70;
    private static final double SHADE = 0.3;
    private static final double ZONE = 0.05;
    private static final double GROWING = 0.8;
    private static final double SHRINKING = 0.42;

    private final Scene scene;
    private final Palette palette;
    private final Legend legend;

    private IndicatorPanes(Scene scene) {
        this.scene = scene;
        this.palette = scene.palette();
        this.legend = new Legend(scene);
    }

    /** In the order of CHART: MACD, RSI, then what else was asked for. */
    static List<Pane> of(Scene scene) {
        var panes = new IndicatorPanes(scene);
        return scene.values().stream()
                .sorted(Comparator.comparingInt(values -> place(values.indicator())))
                .flatMap(values -> panes.pane(values).stream())
                .toList();
    }

    private static int place(Indicator indicator) {
        return switch (indicator) {
            case Indicator.Macd macd -> 0;
            case Indicator.Rsi rsi -> 1;
            default -> 2;
        };
    }

    private Optional<Pane> pane(IndicatorValues values) {
        return switch (values.indicator()) {
            case Indicator.Macd macd -> Optional.of(macd(macd, values));
            case Indicator.Rsi rsi -> Optional.of(rsi(values));
            case Indicator.Atr atr -> Optional.of(line(values, palette.overlay(0), scene.priceDifferences()));
            case Indicator.Obv obv -> Optional.of(line(values, palette.overlay(2), NumberStyle.compact()));
            case Indicator.Sma sma -> Optional.empty();
            case Indicator.Ema ema -> Optional.empty();
            case Indicator.BollingerBands bands -> Optional.empty();
            case Indicator.SuperTrend trend -> Optional.empty();
        };
    }

    private Pane macd(Indicator.Macd macd, IndicatorValues values) {
        var line = scene.shown(values.line(0));
        var signal = scene.shown(values.line(1));
        var histogram = scene.shown(values.line(2));
        var style = scene.priceDifferences();
        var layers = layers(range(line, signal, histogram))
                .level(0, palette.gridStrong(), Layers.LINE)
                .columns(histogram, i -> histogramColor(histogram, i))
                .line(line, palette.overlay(0), Layers.LINE)
                .line(signal, palette.overlay(1), Layers.LINE);
        var name = "MACD " + macd.fast() + ", " + macd.slow() + ", " + macd.signal();
        var last = histogram[histogram.length - 1];
        return pane(
                layers,
                legend.line(palette.overlay(0), name, values.line(0).last(), style),
                legend.line(palette.overlay(1), "signal", values.line(1).last(), style),
                legend.line(palette.direction(last >= 0), "histogram", last, style));
    }

    /** Strong while the histogram moves away from zero, pale while it comes back. */
    private Color histogramColor(double[] histogram, int index) {
        var value = histogram[index];
        var before = index == 0 ? Double.NaN : histogram[index - 1];
        var shrinking = Math.abs(value) < Math.abs(before) && value * before > 0;
        return palette.tint(palette.direction(value >= 0), shrinking ? SHRINKING : GROWING);
    }

    private Pane rsi(IndicatorValues values) {
        var line = scene.shown(values.line(0));
        var scale = ValueScale.labelledAt(List.of(OVERSOLD, OVERBOUGHT), 0, 100, NumberStyle.decimals(0));
        var layers = layers(scale)
                .band(OVERBOUGHT, 100, palette.tint(palette.up(), ZONE))
                .band(0, OVERSOLD, palette.tint(palette.down(), ZONE))
                .level(OVERBOUGHT, palette.muted(), Layers.GUIDE)
                .level(OVERSOLD, palette.muted(), Layers.GUIDE)
                .line(line, palette.overlay(2), Layers.LINE)
                .area(Area.above(OVERBOUGHT, line, Palette.glaze(palette.up(), SHADE)))
                .area(Area.below(OVERSOLD, line, Palette.glaze(palette.down(), SHADE)));
        return pane(layers, legend(values, palette.overlay(2), NumberStyle.decimals(2)));
    }

    private Pane line(IndicatorValues values, Color color, NumberStyle style) {
        var line = scene.shown(values.line(0));
        return pane(layers(range(line)).line(line, color, Layers.LINE), legend(values, color, style));
    }

    private Phrase legend(IndicatorValues values, Color color, NumberStyle style) {
        return legend.line(color, values.line(0).name(), values.line(0).last(), style);
    }

    private Layers layers(ValueScale scale) {
        return new Layers(scene, new RightAxis(scale, scene, Optional.empty()));
    }

    private static Pane pane(Layers layers, Phrase... legend) {
        return new Pane(layers.plot(), Pane.INDICATOR_WEIGHT, List.of(legend));
    }

    /** Around all values with a margin; without labels when there is no value. */
    private static ValueScale range(double[]... lines) {
        var values = Arrays.stream(lines)
                .flatMapToDouble(Arrays::stream)
                .filter(value -> !Double.isNaN(value))
                .summaryStatistics();
        if (values.getCount() == 0) {
            return ValueScale.labelledAt(List.of(), -1, 1, NumberStyle.brief());
        }
        var span = values.getMax() - values.getMin();
        var margin = span > 0 ? MARGIN * span : Math.max(FLAT * Math.abs(values.getMax()), LEAST_MARGIN);
        return ValueScale.linear(values.getMin() - margin, values.getMax() + margin, NumberStyle.brief());
    }
}
