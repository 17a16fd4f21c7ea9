package io.candletrace.chart.jfreechart;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import org.jfree.chart.plot.CombinedDomainXYPlot;
import org.jfree.chart.plot.PlotRenderingInfo;
import org.jfree.chart.ui.RectangleInsets;

/** One picture: header, stacked panes with their legends, dated axis, footer. */
final class Picture {
    private static final String DISCLAIMER = "AI-generated, not investment advice";
    private static final int MARGIN = 14;
    private static final int FOOTER = 28;
    private static final int LEGEND_ROW = 24;
    private static final int LEGEND_GAP = 20;

    /** The price pane's share of the height, against 1 of each pane below it; less when these would become too low. */
    private static final int PRICE_WEIGHT = 7;

    private static final int PRICE_WEIGHT_AMONG_MANY = 5;
    private static final int MANY_PANES = 6;
    private static final int SNAPSHOT_DIGITS = 12;
    private static final double WATERMARK_OPACITY = 0.1;
    private static final double WATERMARK_SLOPE = -0.32;

    private final Scene scene;
    private final Palette palette;
    private final DateAxis dates;
    private final List<Pane> panes = new ArrayList<>();
    private final Header header;
    private final List<Paragraph> legends;

    Picture(Scene scene) {
        this.scene = scene;
        this.palette = scene.palette();
        this.dates = new DateAxis(scene.dates(), scene.letterings(), palette);
        panes.add(PricePane.of(scene));
        panes.add(VolumePane.of(scene));
        panes.addAll(IndicatorPanes.of(scene));
        var inner = scene.spec().widthPx() - 2 * MARGIN;
        this.header = new Header(scene, inner);
        this.legends = panes.stream()
                .map(pane -> Paragraph.set(pane.legend(), inner, LEGEND_GAP, LEGEND_ROW))
                .toList();
    }

    /** Draws it: 8 bits a channel, no alpha. */
    BufferedImage draw() {
        var image = new BufferedImage(scene.spec().widthPx(), scene.spec().heightPx(), BufferedImage.TYPE_3BYTE_BGR);
        var graphics = image.createGraphics();
        try {
            prepare(graphics);
            draw(graphics);
        } finally {
            graphics.dispose();
        }
        return image;
    }

    private void prepare(Graphics2D graphics) {
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        graphics.setPaint(palette.background());
        graphics.fillRect(0, 0, scene.spec().widthPx(), scene.spec().heightPx());
    }

    private void draw(Graphics2D graphics) {
        header.draw(graphics, MARGIN, 6);
        var info = new PlotRenderingInfo(null);
        plot().draw(graphics, plotArea(), null, null, info);
        for (int i = 0; i < panes.size(); i++) {
            var area = info.getSubplotInfo(i).getDataArea();
            var legend = legends.get(i);
            legend.draw(graphics, MARGIN, area.getMinY() - legend.height() + LEGEND_ROW - 8);
        }
        var price = info.getSubplotInfo(0).getDataArea();
        Flags.draw(graphics, scene, dates, price);
        if (scene.series().series().synthetic()) {
            drawWatermark(graphics, price);
        }
        drawFooter(graphics);
    }

    private CombinedDomainXYPlot plot() {
        var plot = new CombinedDomainXYPlot(dates);
        plot.setGap(LEGEND_ROW + 2.0);
        plot.setInsets(RectangleInsets.ZERO_INSETS);
        plot.setAxisOffset(RectangleInsets.ZERO_INSETS);
        plot.add(panes.getFirst().plot(), panes.size() > MANY_PANES ? PRICE_WEIGHT_AMONG_MANY : PRICE_WEIGHT);
        panes.stream().skip(1).forEach(pane -> plot.add(pane.plot(), 1));
        return plot;
    }

    private Rectangle2D plotArea() {
        var top = 6 + header.height() + legends.getFirst().height() + 2;
        return new Rectangle2D.Double(
                MARGIN, top, scene.spec().widthPx() - MARGIN, scene.spec().heightPx() - FOOTER - top);
    }

    private void drawWatermark(Graphics2D graphics, Rectangle2D area) {
        var turned = (Graphics2D) graphics.create();
        try {
            var letters = scene.letterings().watermark();
            turned.rotate(WATERMARK_SLOPE, area.getCenterX(), area.getCenterY());
            letters.drawCentred(
                    turned,
                    "SYNTHETIC",
                    area.getCenterX(),
                    area.getCenterY() + letters.drop(),
                    Palette.glaze(palette.text(), WATERMARK_OPACITY));
        } finally {
            turned.dispose();
        }
    }

    private void drawFooter(Graphics2D graphics) {
        var baseline = scene.spec().heightPx() - 10.0;
        var letters = scene.letterings().small();
        letters.draw(graphics, DISCLAIMER, MARGIN, baseline, palette.muted());
        letters.drawRight(graphics, provenance(), scene.spec().widthPx() - (double) MARGIN, baseline, palette.muted());
    }

    private String provenance() {
        var earlier = Flags.before(scene);
        var flags = earlier == 0 ? "" : earlier + (earlier == 1 ? " flag" : " flags") + " before these bars · ";
        return flags + "snapshot " + scene.snapshot().hex().substring(0, SNAPSHOT_DIGITS) + " · Candletrace";
    }
}
