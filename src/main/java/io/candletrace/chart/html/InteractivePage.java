package io.candletrace.chart.html;

import io.candletrace.chart.ClassPathFile;
import io.candletrace.chart.RenderSpec;
import io.candletrace.indicator.IndicatedSeries;
import io.candletrace.lineage.CanonicalJson;
import io.candletrace.lineage.Sha256;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * The page as it is stored: our markup, style and script with one series' data. The chart library is put in by
 * {@link PageAssembler} when the page is served, so a stored page is small and does not draw by itself.
 */
public final class InteractivePage {
    private static final String FOLDER = "io/candletrace/chart/html/";

    private static final List<String> PARTS = List.of("page.css", "series.js", "drawing.js", "page.js");

    private static final int VERSION_LENGTH = 12;

    private final String frame;

    private InteractivePage(String frame) {
        this.frame = frame;
    }

    /** Reads markup, style and script from the class path. */
    public static InteractivePage bundled() {
        var frame = text("page.html");
        for (var part : PARTS) {
            frame = frame.replace("{{" + part + "}}", text(part));
        }
        return new InteractivePage(frame);
    }

    /** Tells pages that differ in markup, style or script apart: the beginning of their hash. */
    public String version() {
        return Sha256.of(frame).hex().substring(0, VERSION_LENGTH);
    }

    /** UTF-8 bytes that depend on nothing but what is given. */
    public byte[] of(IndicatedSeries series, RenderSpec spec, Sha256 snapshot, String renderer) {
        var data = CanonicalJson.write(PageData.of(series, spec, snapshot, renderer));
        var title = series.series().instrument().symbol() + " "
                + series.series().timeframe().chartType();
        return frame.replace("{{title}}", title)
                .replace("{{data}}", insideScript(data))
                .getBytes(StandardCharsets.UTF_8);
    }

    /** JSON that cannot end the script element it stands in, and is a valid script on old browsers too. */
    private static String insideScript(String json) {
        return json.replace("<", "\\u003c").replace("\u2028", "\\u2028").replace("\u2029", "\\u2029");
    }

    private static String text(String file) {
        return new String(ClassPathFile.bytes(FOLDER + file), StandardCharsets.UTF_8);
    }
}
