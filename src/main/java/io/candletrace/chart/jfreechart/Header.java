package io.candletrace.chart.jfreechart;

import io.candletrace.chart.jfreechart.Phrase.Run;
import io.candletrace.market.Bar;
import io.candletrace.market.BarNames;
import java.awt.Color;
import java.awt.Graphics2D;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The lines above the panes: what, when, from where, how many; the last bar's figures. */
final class Header {
    private static final int GAP = 16;
    private static final int TITLE_ROW = 32;
    private static final int ROW = 26;
    private static final int LONGEST_NAME = 24;
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT);

    private final Scene scene;
    private final Palette palette;
    private final Letterings letterings;
    private final double width;
    private final List<Row> rows = new ArrayList<>();

    private record Row(List<Phrase> left, List<Phrase> right) {}

    Header(Scene scene, double width) {
        this.scene = scene;
        this.palette = scene.palette();
        this.letterings = scene.letterings();
        this.width = width;
        add(identity(), List.of(muted("as of " + asOf())));
        add(figures(), List.of(muted(extent())));
    }

    int height() {
        return TITLE_ROW + (rows.size() - 1) * ROW;
    }

    void draw(Graphics2D graphics, double left, double top) {
        var baseline = top + TITLE_ROW - 6;
        for (var row : rows) {
            var pen = left;
            for (var phrase : row.left()) {
                phrase.draw(graphics, pen, baseline);
                pen += phrase.width() + GAP;
            }
            pen = left + width - width(row.right());
            for (var phrase : row.right()) {
                phrase.draw(graphics, pen, baseline);
                pen += phrase.width() + GAP;
            }
            baseline += ROW;
        }
    }

    /** Both sides on one row where they fit, else one below the other. */
    private void add(List<Phrase> left, List<Phrase> right) {
        if (width(left) + 2 * GAP + width(right) <= width) {
            rows.add(new Row(left, right));
            return;
        }
        Paragraph.set(left, width, GAP, ROW).rows().forEach(phrases -> rows.add(new Row(phrases, List.of())));
        Paragraph.set(right, width, GAP, ROW).rows().forEach(phrases -> rows.add(new Row(phrases, List.of())));
    }

    private static double width(List<Phrase> phrases) {
        return phrases.stream().mapToDouble(Phrase::width).sum() + GAP * Math.max(0, phrases.size() - 1);
    }

    private List<Phrase> identity() {
        var series = scene.series().series();
        var phrases = new ArrayList<Phrase>();
        phrases.add(Phrase.of(new Run(series.instrument().symbol().value(), letterings.title(), palette.text())));
        if (series.synthetic()) {
            phrases.add(Phrase.of(new Run("SYNTHETIC", letterings.mediumBold(), palette.flag())));
        }
        if (!series.synthetic()) {
            phrases.add(medium(bounded(series.instrument().exchange())));
        }
        phrases.add(medium(String.join(
                " · ",
                series.timeframe().chartType() + " " + series.timeframe().code(),
                bounded(series.instrument().currency()),
                adjustment())));
        return phrases;
    }

    private List<Phrase> figures() {
        var last = scene.last();
        var prices = scene.prices();
        var phrases = new ArrayList<Phrase>();
        phrases.add(figure("O", prices.text(last.open().doubleValue())));
        phrases.add(figure("H", prices.text(last.high().doubleValue())));
        phrases.add(figure("L", prices.text(last.low().doubleValue())));
        phrases.add(figure("C", prices.text(last.close().doubleValue())));
        phrases.addAll(change());
        phrases.add(figure("Vol", NumberStyle.compact().text(last.volume().doubleValue())));
        return phrases;
    }

    /** Against the bar before the last, which may be a warm-up bar; empty when there is none. */
    private List<Phrase> change() {
        var bars = scene.series().series().bars();
        if (bars.size() < 2) {
            return List.of();
        }
        var before = bars.get(bars.size() - 2).close();
        var change = scene.last().close().subtract(before);
        var percent = change.multiply(BigDecimal.valueOf(100)).divide(before, 2, RoundingMode.HALF_EVEN);
        var text = signed(change, scene.prices()) + " (" + signed(percent, NumberStyle.decimals(2)) + " %)";
        return List.of(Phrase.of(new Run(text, letterings.mediumBold(), color(change))));
    }

    private Color color(BigDecimal change) {
        return change.signum() == 0 ? palette.muted() : palette.direction(change.signum() > 0);
    }

    private static String signed(BigDecimal value, NumberStyle style) {
        return (value.signum() > 0 ? "+" : "") + style.text(value.doubleValue());
    }

    private String asOf() {
        var zone = scene.series().series().instrument().calendar().zone();
        var local = scene.series().series().asOf().atZone(zone);
        return zone.getRules().isFixedOffset() && local.getOffset().equals(ZoneOffset.UTC)
                ? MINUTE.format(local) + " UTC"
                : MINUTE.format(local) + " " + local.getOffset().getId() + " " + zone.getId();
    }

    private String extent() {
        var bars = scene.bars();
        return bars.size() + (bars.size() == 1 ? " bar · " : " bars · ")
                + from(bars.getFirst()) + " to " + to(bars.getLast()) + " · source "
                + bounded(scene.series().series().source());
    }

    private String from(Bar first) {
        return BarNames.of(scene.series().series()).name(first);
    }

    private String to(Bar last) {
        var names = BarNames.of(scene.series().series());
        return names.timeframe().intraday() ? names.time(last.closesAt()) : names.name(last);
    }

    private String adjustment() {
        return switch (scene.series().series().adjustment()) {
            case RAW -> "unadjusted";
            case SPLIT, SPLIT_EXACT -> "split-adjusted";
            case SPLIT_DIVIDEND -> "split and dividend adjusted";
        };
    }

    private Phrase figure(String name, String value) {
        return Phrase.of(
                new Run(name, letterings.medium(), palette.muted()),
                new Run(value, letterings.medium(), palette.text()));
    }

    private Phrase medium(String text) {
        return Phrase.of(new Run(text, letterings.medium(), palette.muted()));
    }

    private Phrase muted(String text) {
        return Phrase.of(new Run(text, letterings.small(), palette.muted()));
    }

    private static String bounded(String text) {
        return text.length() <= LONGEST_NAME ? text : text.substring(0, LONGEST_NAME - 1) + "…";
    }
}
