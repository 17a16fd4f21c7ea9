package io.candletrace.chart.jfreechart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Percentage.withPercentage;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import io.candletrace.chart.RenderSpec;
import io.candletrace.chart.Theme;
import io.candletrace.indicator.IndicatedSeries;
import io.candletrace.market.BarSnapshot;
import io.candletrace.market.Finding;
import io.candletrace.market.FindingCode;
import io.candletrace.market.PriceScale;
import io.candletrace.testing.ChartSamples;
import java.awt.Color;
import java.awt.Rectangle;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class PictureTest {
    private static final int WIDTH = 1280;
    private static final int HEIGHT = 960;
    private static final Palette LIGHT = Palette.of(Theme.LIGHT);
    private static final Letterings LETTERINGS = Letterings.bundled();

    /** Well inside the price pane, whatever stands above it and however wide the axis is. */
    private static final Rectangle PRICES = new Rectangle(16, 130, 1100, 430);

    /** Around the few candles of a picture without indicators, from frame to frame. */
    private static final Rectangle MIDDLE = new Rectangle(560, 90, 100, 670);

    private static final Rectangle PRICE_AXIS = new Rectangle(1205, 95, 75, 665);
    private static final Rectangle LABELS = new Rectangle(1100, 95, 180, 490);
    private static final Rectangle DATE_AXIS = new Rectangle(0, 885, 1205, 45);

    @Test
    void leavesARisingBarHollow_andFillsAFallingOne() {
        var rising = draw(ChartSamples.of(List.of(ChartSamples.bar(0, 2, 100, 115, 95, 110)), ChartSamples.NONE, 1));
        var falling = draw(ChartSamples.of(List.of(ChartSamples.bar(0, 2, 110, 115, 95, 100)), ChartSamples.NONE, 1));

        var candle = candle(rising, LIGHT.up());
        var middle = candle.y + candle.height * 2 / 5;
        assertThat(rising.is(candle.x, middle, LIGHT.up())).isTrue();
        assertThat(rising.is((int) candle.getCenterX(), middle, LIGHT.background()))
                .isTrue();
        assertThat(falling.is((int) candle.getCenterX(), middle, LIGHT.down())).isTrue();
    }

    @Test
    void drawsTheWholeWick_inProportionToTheBody() {
        var picture = draw(ChartSamples.of(List.of(ChartSamples.bar(0, 2, 110, 120, 90, 100)), ChartSamples.NONE, 1));

        var candle = candle(picture, LIGHT.down());
        var body = picture.bounds(new Rectangle(candle.x, MIDDLE.y, 4, MIDDLE.height), LIGHT.down());
        assertThat(candle.height).isBetween(500, MIDDLE.height - 20);
        assertThat((double) candle.height / body.height).isCloseTo(3.0, withPercentage(2));
        assertThat(body.getCenterY()).isCloseTo(candle.getCenterY(), withPercentage(1));
    }

    @Test
    void givesEveryBarAColumnOfItsOwn() {
        var bars = Stream.iterate(0, i -> i < 40, i -> i + 1)
                .map(i -> ChartSamples.bar(i, 2, 110, 112, 98, 100))
                .toList();

        var picture = draw(ChartSamples.of(bars, ChartSamples.NONE, 40));

        var candles = picture.bounds(PRICES, LIGHT.down());
        var row = new Rectangle(0, (int) candles.getCenterY(), 1200, 1);
        assertThat(runs(picture, row)).isEqualTo(40);
    }

    @Test
    void tagsTheLastPriceOnTheAxis_whereItIs() {
        var low = tag(draw(ChartSamples.of(List.of(ChartSamples.bar(0, 2, 100, 120, 90, 101)), ChartSamples.NONE, 1)));
        var high = tag(draw(ChartSamples.of(List.of(ChartSamples.bar(0, 2, 100, 120, 90, 119)), ChartSamples.NONE, 1)));

        assertThat(low.width).isGreaterThan(40);
        assertThat(low.height).isEqualTo(22);
        assertThat(high.y).isLessThan(low.y - 200);
    }

    @Test
    void writesSyntheticAcrossMadeUpBars() {
        var bars = ChartSamples.walk(60, 100, 2);

        var real = draw(ChartSamples.of(bars, ChartSamples.NONE, 60));
        var madeUp = draw(ChartSamples.synthetic(bars, ChartSamples.NONE, 60));

        assertThat(madeUp.differences(real, PRICES)).isGreaterThan(15_000);
    }

    @Test
    void drawsLogarithmicallyOnlyWhenAsked() {
        var bars = List.of(ChartSamples.bar(0, 2, 10, 1000, 10, 100), ChartSamples.bar(1, 2, 100, 1000, 10, 100));
        var series = ChartSamples.of(bars, ChartSamples.NONE, 2);

        var linear = draw(series, Theme.LIGHT, PriceScale.LINEAR);
        var logarithmic = draw(series, Theme.LIGHT, PriceScale.LOG);

        var middle = candle(logarithmic, LIGHT.up()).getCenterY();
        assertThat(tag(logarithmic).getCenterY()).isCloseTo(middle, withPercentage(1));
        assertThat(tag(linear).getCenterY()).isGreaterThan(middle + 200);
    }

    @Test
    void leavesOutAnOverlayThatLacksHistory() {
        var long200 = LIGHT.overlay(2);
        var enough = draw(ChartSamples.of(ChartSamples.walk(320, 100, 2), ChartSamples.USUAL, 100));
        var tooFew = draw(ChartSamples.of(ChartSamples.walk(150, 100, 2), ChartSamples.USUAL, 100));

        assertThat(enough.count(PRICES, long200)).isGreaterThan(300);
        assertThat(tooFew.count(PRICES, long200)).isZero();
    }

    @Test
    void marksAFindingAboveItsBar() {
        var bars = ChartSamples.walk(60, 100, 2);
        var finding = Finding.of(FindingCode.GAP, bars.get(30).sessionDate(), "a day is missing");

        var picture = draw(ChartSamples.of(bars, ChartSamples.NONE, 60, finding));

        var mark = picture.bounds(new Rectangle(14, 80, 1180, 60), LIGHT.flag());
        assertThat(mark.getMinX()).isBetween(590.0, 620.0);
        assertThat(mark.width).isBetween(40, 90);
    }

    @Test
    void emphasisesTheYear_atTheAxisAndInThePanes() {
        var bars = ChartSamples.walk(400, 100, 2);

        var across = draw(ChartSamples.of(bars, ChartSamples.NONE, 60));
        var within = draw(ChartSamples.of(bars.subList(0, 300), ChartSamples.NONE, 60));

        assertThat(verticals(across)).isZero();
        assertThat(verticals(within)).isZero();
        assertThat(verticals(draw(ChartSamples.of(bars.subList(0, 380), ChartSamples.NONE, 60))))
                .isOne();
    }

    @ParameterizedTest
    @MethodSource("oddSeries")
    void drawsAndLabels(IndicatedSeries series) {
        for (var theme : Theme.values()) {
            for (var scale : PriceScale.values()) {
                var picture = draw(series, theme, scale);
                var palette = Palette.of(theme);
                var candles = picture.count(PRICES, palette.up()) + picture.count(PRICES, palette.down());
                assertThat(candles).isPositive();
                assertThat(picture.count(LABELS, palette.muted())).isGreaterThan(20);
                assertThat(picture.count(DATE_AXIS, palette.text())).isGreaterThan(30);
            }
        }
    }

    private static Stream<Arguments> oddSeries() {
        return Stream.of(
                argumentSet("one bar", ChartSamples.of(ChartSamples.walk(1, 100, 2), ChartSamples.ALL, 1)),
                argumentSet("two bars", ChartSamples.of(ChartSamples.walk(2, 100, 2), ChartSamples.ALL, 2)),
                argumentSet("flat", ChartSamples.of(ChartSamples.flat(80, 100, 2), ChartSamples.ALL, 80)),
                argumentSet("tiny", ChartSamples.of(ChartSamples.walk(90, 0.00001234, 8), ChartSamples.ALL, 60)),
                argumentSet("flat at one tick", ChartSamples.of(ChartSamples.flat(9, 1e-8, 8), ChartSamples.ALL, 9)),
                argumentSet("huge", ChartSamples.of(ChartSamples.walk(300, 9e9, 2), ChartSamples.ALL, 100)),
                argumentSet("most bars", ChartSamples.of(ChartSamples.walk(500, 100, 2), ChartSamples.ALL, 194)));
    }

    /** The candle, wicks and all, without the dotted line at the last price that crosses it. */
    private static Rectangle candle(Pixels picture, Color color) {
        var candle = new Rectangle(-1, -1);
        for (int x = MIDDLE.x; x < MIDDLE.x + MIDDLE.width; x++) {
            var column = new Rectangle(x, MIDDLE.y, 1, MIDDLE.height);
            if (picture.count(column, color) > 2) {
                candle.add(picture.bounds(column, color));
            }
        }
        return candle;
    }

    private static Rectangle tag(Pixels picture) {
        return picture.bounds(PRICE_AXIS, LIGHT.up());
    }

    /** How many stronger vertical lines stand in the price pane, frame excluded. */
    private static int verticals(Pixels picture) {
        var lines = 0;
        for (int x = PRICES.x; x < PRICES.x + PRICES.width; x++) {
            var column = new Rectangle(x, PRICES.y, 1, PRICES.height);
            lines += picture.count(column, LIGHT.gridStrong()) > PRICES.height / 2 ? 1 : 0;
        }
        return lines;
    }

    private static int runs(Pixels picture, Rectangle row) {
        var runs = 0;
        for (int x = row.x + 1; x < row.x + row.width; x++) {
            runs += picture.is(x, row.y, LIGHT.down()) && !picture.is(x - 1, row.y, LIGHT.down()) ? 1 : 0;
        }
        return runs;
    }

    private static Pixels draw(IndicatedSeries series) {
        return draw(series, Theme.LIGHT, PriceScale.LINEAR);
    }

    private static Pixels draw(IndicatedSeries series, Theme theme, PriceScale scale) {
        var spec = new RenderSpec(WIDTH, HEIGHT, theme, scale, series.displayed(), series.spec());
        var snapshot = BarSnapshot.of(series.series()).sha256();
        return new Pixels(new Picture(new Scene(series, spec, snapshot, Palette.of(theme), LETTERINGS)).draw());
    }
}
