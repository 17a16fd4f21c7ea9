package io.candletrace.chart.jfreechart;

import io.candletrace.indicator.Indicator;
import io.candletrace.indicator.IndicatorValues;
import io.candletrace.indicator.Line;
import java.awt.Color;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The panes below the price: one for each indicator that is not measured in prices. */
final class IndicatorPanes {
    private static final double MARGIN = 0.08;
    private static final double FLAT = 0.05;
    private static final double HEADROOM = 1.2;
    private static final double LEAST_MARGIN = 1e-9;
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
            case Indicator.Adx _ -> Optional.of(adx(values));
            case Indicator.Stochastic stochastic -> Optional.of(stochastic(stochastic, values));
            case Indicator.Sma _, Indicator.Ema _, Indicator.BollingerBands _, Indicator.SuperTrend _ ->
                Optional.empty();
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
        var color = palette.overlay(2);
        var line = scene.shown(values.line(0));
        var layers = oscillator(line, color, Indicator.Rsi.OVERSOLD, Indicator.Rsi.OVERBOUGHT);
        return pane(layers, legend(values.line(0), color, NumberStyle.decimals(2)));
    }

    private Pane stochastic(Indicator.Stochastic stochastic, IndicatorValues values) {
        var style = NumberStyle.decimals(2);
        var percentK = scene.shown(values.line(0));
        var percentD = scene.shown(values.line(1));
        var layers = oscillator(
                        percentK, palette.overlay(0), Indicator.Stochastic.OVERSOLD, Indicator.Stochastic.OVERBOUGHT)
                .line(percentD, palette.overlay(1), Layers.LINE);
        var name = values.line(0).name() + " " + stochastic.k() + ", " + stochastic.smooth();
        return pane(
                layers,
                legend.line(palette.overlay(0), name, values.line(0).last(), style),
                legend.line(
                        palette.overlay(1),
                        "%D " + stochastic.d(),
                        values.line(1).last(),
                        style));
    }

    /** A line from 0 to 100 between two guides, shaded beyond them. */
    private Layers oscillator(double[] line, Color color, double oversold, double overbought) {
        var scale = ValueScale.labelledAt(List.of(oversold, overbought), 0, 100, NumberStyle.decimals(0));
        return layers(scale)
                .band(overbought, 100, palette.tint(palette.up(), ZONE))
                .band(0, oversold, palette.tint(palette.down(), ZONE))
                .level(overbought, palette.muted(), Layers.GUIDE)
                .level(oversold, palette.muted(), Layers.GUIDE)
                .line(line, color, Layers.LINE)
                .area(Area.above(overbought, line, Palette.glaze(palette.up(), SHADE)))
                .area(Area.below(oversold, line, Palette.glaze(palette.down(), SHADE)));
    }

    private Pane adx(IndicatorValues values) {
        var style = NumberStyle.decimals(2);
        var strength = scene.shown(values.line(0));
        var upwards = scene.shown(values.line(1));
        var downwards = scene.shown(values.line(2));
        var layers = layers(strengths(strength, upwards, downwards))
                .level(Indicator.Adx.TREND, palette.muted(), Layers.GUIDE)
                .line(upwards, palette.up(), Layers.EDGE)
                .line(downwards, palette.down(), Layers.EDGE)
                .line(strength, palette.overlay(2), Layers.STRONG);
        return pane(
                layers,
                legend(values.line(0), palette.overlay(2), style),
                legend(values.line(1), palette.up(), style),
                legend(values.line(2), palette.down(), style));
    }

    private Pane line(IndicatorValues values, Color color, NumberStyle style) {
        var line = scene.shown(values.line(0));
        return pane(layers(range(line)).line(line, color, Layers.LINE), legend(values.line(0), color, style));
    }

    private Phrase legend(Line line, Color color, NumberStyle style) {
        return legend.line(color, line.name(), line.last(), style);
    }

    private Layers layers(ValueScale scale) {
        return new Layers(scene, new RightAxis(scale, scene, Optional.empty()));
    }

    private static Pane pane(Layers layers, Phrase... legend) {
        return new Pane(layers.plot(), List.of(legend));
    }

    /** From 0 to above all values, labelled where a trend begins and, where there is room, at twice that. */
    private static ValueScale strengths(double[]... lines) {
        var labels = List.of((double) Indicator.Adx.TREND, 2.0 * Indicator.Adx.TREND);
        var highest = Arrays.stream(lines)
                .flatMapToDouble(Arrays::stream)
                .filter(value -> value > labels.getLast())
                .max()
                .orElse(labels.getLast());
        return new ValueScale(
                0,
                Math.min(100, HEADROOM * highest),
                false,
                count -> labels.subList(0, Math.min(count, labels.size())),
                NumberStyle.decimals(0));
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
