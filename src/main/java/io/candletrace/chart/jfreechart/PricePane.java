package io.candletrace.chart.jfreechart;

import io.candletrace.chart.jfreechart.RightAxis.Tag;
import io.candletrace.indicator.Indicator;
import io.candletrace.indicator.IndicatorValues;
import io.candletrace.indicator.Line;
import java.awt.Color;
import java.awt.Stroke;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The candles with everything that is measured in prices. */
final class PricePane {
    private static final double BAND_STRENGTH = 0.09;

    private final Scene scene;
    private final Palette palette;
    private final Legend legend;
    private final List<Phrase> phrases = new ArrayList<>();
    private final ValueScale scale;
    private final Layers layers;
    private int overlays;

    private PricePane(Scene scene) {
        this.scene = scene;
        this.palette = scene.palette();
        this.legend = new Legend(scene);
        this.scale = scale(scene);
        this.layers = new Layers(scene, axis());
    }

    static Pane of(Scene scene) {
        return new PricePane(scene).pane();
    }

    private Pane pane() {
        var close = scene.last().close().doubleValue();
        layers.level(close, lastColor(), Layers.DOTTED).candles();
        scene.values().forEach(this::add);
        if (scale.logarithmic()) {
            phrases.add(legend.note("log scale"));
        }
        if (phrases.isEmpty()) {
            phrases.add(legend.note("Price"));
        }
        return new Pane(layers.plot(), phrases);
    }

    private void add(IndicatorValues values) {
        switch (values.indicator()) {
            case Indicator.Sma sma -> values.lines().forEach(line -> average(line, Layers.LINE));
            case Indicator.Ema ema -> values.lines().forEach(line -> average(line, Layers.DASHED));
            case Indicator.BollingerBands bands -> bands(bands, values);
            case Indicator.SuperTrend trend -> trend(trend, values);
            case Indicator.Rsi _, Indicator.Macd _, Indicator.Stochastic _ -> {}
            case Indicator.Atr _, Indicator.Obv _, Indicator.Adx _ -> {}
        }
    }

    private void average(Line line, Stroke stroke) {
        var color = palette.overlay(overlays++);
        layers.line(scene.shown(line), color, stroke);
        phrases.add(legend.line(color, line.name() + beyond(line.last()), line.last(), scene.prices()));
    }

    private void bands(Indicator.BollingerBands bands, IndicatorValues values) {
        var upper = scene.shown(values.line(0));
        var lower = scene.shown(values.line(2));
        layers.area(Area.between(upper, lower, Palette.glaze(palette.band(), BAND_STRENGTH)))
                .line(upper, palette.band(), Layers.EDGE)
                .line(lower, palette.band(), Layers.EDGE);
        if (!averages(bands.period())) {
            layers.line(scene.shown(values.line(1)), palette.band(), Layers.GUIDE);
        }
        var name = "BB " + bands.period() + ", " + bands.std().toPlainString();
        phrases.add(
                values.sufficientHistory()
                        ? legend.entry(palette.band(), name, threePrices(values))
                        : legend.line(palette.band(), name, Double.NaN, scene.prices()));
    }

    /** Whether the middle of the bands is there already, as a moving average of its own. */
    private boolean averages(int period) {
        return scene.values().stream()
                .anyMatch(values -> values.indicator() instanceof Indicator.Sma sma
                        && sma.periods().contains(period));
    }

    private String threePrices(IndicatorValues values) {
        var prices = scene.prices();
        return prices.text(values.line(0).last()) + " / "
                + prices.text(values.line(1).last()) + " / "
                + prices.text(values.line(2).last());
    }

    private void trend(Indicator.SuperTrend trend, IndicatorValues values) {
        var stop = scene.shown(values.line(0));
        var direction = scene.shown(values.line(1));
        layers.line(where(stop, direction, 1), palette.up(), Layers.STRONG)
                .line(where(stop, direction, -1), palette.down(), Layers.STRONG);
        var name = "SuperTrend " + trend.period() + ", " + trend.multiplier().toPlainString();
        var up = values.line(1).last() > 0;
        phrases.add(legend.line(
                palette.direction(up),
                name + (values.sufficientHistory() ? (up ? " up" : " down") : ""),
                values.line(0).last(),
                scene.prices()));
    }

    /** The stop where the trend has this direction, undefined elsewhere. */
    private static double[] where(double[] stop, double[] direction, int side) {
        var part = new double[stop.length];
        for (int i = 0; i < part.length; i++) {
            part[i] = direction[i] == side ? stop[i] : Double.NaN;
        }
        return part;
    }

    /** Says where a line has gone that the axis does not cover. */
    private String beyond(double value) {
        if (value > scale.upper()) {
            return " (above view)";
        }
        return value < scale.lower() ? " (below view)" : "";
    }

    private RightAxis axis() {
        var letters = scene.letterings().smallBold();
        var tag = new Tag(scene.last().close().doubleValue(), lastColor(), palette.onTag(), letters);
        return new RightAxis(scale, scene, Optional.of(tag));
    }

    private Color lastColor() {
        var last = scene.last();
        return palette.direction(last.close().compareTo(last.open()) >= 0);
    }

    private static ValueScale scale(Scene scene) {
        var range = new PriceRange(
                scene.bars(),
                scene.spec().priceScale(),
                scene.series().series().instrument().tickSize());
        return range.scale(overlays(scene), !Flags.of(scene).isEmpty(), scene.prices());
    }

    private static List<double[]> overlays(Scene scene) {
        return scene.values().stream()
                .flatMap(values -> priceLines(values).stream())
                .map(scene::shown)
                .toList();
    }

    private static List<Line> priceLines(IndicatorValues values) {
        return switch (values.indicator()) {
            case Indicator.Sma _, Indicator.Ema _, Indicator.BollingerBands _ -> values.lines();
            case Indicator.SuperTrend _ -> values.lines().subList(0, 1);
            case Indicator.Rsi _, Indicator.Macd _, Indicator.Stochastic _ -> List.of();
            case Indicator.Atr _, Indicator.Obv _, Indicator.Adx _ -> List.of();
        };
    }
}
