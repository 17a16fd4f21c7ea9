package io.candletrace.chart.jfreechart;

import io.candletrace.chart.Chart;
import io.candletrace.chart.ChartConfig;
import io.candletrace.chart.ChartRenderer;
import io.candletrace.chart.Content;
import io.candletrace.chart.Libraries;
import io.candletrace.chart.RenderSpec;
import io.candletrace.chart.html.InteractivePage;
import io.candletrace.failure.FailureReason;
import io.candletrace.failure.ServiceException;
import io.candletrace.indicator.IndicatedSeries;
import io.candletrace.lineage.Sha256;
import io.candletrace.market.BarSnapshot;
import io.candletrace.thread.Hop;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;

/** Draws with JFreeChart and Java2D on the processors' own pool. */
@ApplicationScoped
public class JFreeChartRenderer implements ChartRenderer {
    private final DrawingPool pool;
    private final JpegEncoder encoder;
    private final RendererName name;
    private final Letterings letterings = Letterings.bundled();
    private final InteractivePage page = InteractivePage.bundled();

    JFreeChartRenderer(DrawingPool pool, ChartConfig config) {
        this.pool = pool;
        this.encoder = new JpegEncoder(config.quality());
        this.name = new RendererName(config.quality(), Libraries.read(), page.version());
    }

    @Override
    public Uni<Chart> render(IndicatedSeries series, RenderSpec spec) {
        return Hop.on(pool, () -> scene(series, spec))
                .chain(this::draw)
                .onFailure(IllegalArgumentException.class)
                .transform(cause -> notDrawable(series, cause));
    }

    private Scene scene(IndicatedSeries series, RenderSpec spec) {
        requireRoom(series, spec);
        var snapshot = BarSnapshot.of(series.series()).sha256();
        return new Scene(series, spec, snapshot, Palette.of(spec.theme()), letterings);
    }

    /** Picture and page side by side: they need nothing of each other. */
    private Uni<Chart> draw(Scene scene) {
        var renderer = name.of(scene.spec());
        return Uni.combine()
                .all()
                .unis(picture(scene), Hop.on(pool, () -> page(scene, renderer)))
                .with((picture, html) ->
                        new Chart(scene.series(), scene.spec(), picture.jpeg(), html, picture.pixels(), renderer));
    }

    private Uni<Drawn> picture(Scene scene) {
        return Hop.on(pool, () -> new Picture(scene).draw())
                .chain(image -> Uni.combine()
                        .all()
                        .unis(Hop.on(pool, () -> Content.of(encoder.encode(image))), Hop.on(pool, () -> pixels(image)))
                        .with(Drawn::new));
    }

    private Content page(Scene scene, String renderer) {
        return Content.of(page.of(scene.series(), scene.spec(), scene.snapshot(), renderer));
    }

    /** Of the bytes blue, green, red, row by row. */
    private static Sha256 pixels(BufferedImage image) {
        return Sha256.of(((DataBufferByte) image.getRaster().getDataBuffer()).getData());
    }

    private static void requireRoom(IndicatedSeries series, RenderSpec spec) {
        var most = RenderSpec.mostBars(spec.widthPx());
        if (series.displayed() > most) {
            throw new ServiceException(
                    FailureReason.CHART_NOT_DRAWABLE,
                    "a picture of " + spec.widthPx() + " px shows at most " + most + " bars, was "
                            + series.displayed());
        }
    }

    private static ServiceException notDrawable(IndicatedSeries series, Throwable cause) {
        return new ServiceException(
                FailureReason.CHART_NOT_DRAWABLE,
                "the bars of " + series.series().instrument().symbol() + " cannot be drawn: " + cause.getMessage(),
                cause);
    }

    /**
     * A picture.
     *
     * @param pixels before they were encoded
     */
    private record Drawn(Content jpeg, Sha256 pixels) {}
}
