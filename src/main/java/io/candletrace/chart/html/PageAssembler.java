package io.candletrace.chart.html;

import io.candletrace.chart.ClassPathFile;
import io.candletrace.chart.Libraries;
import io.candletrace.failure.FailureReason;
import io.candletrace.failure.ServiceException;
import io.candletrace.lineage.Sha256;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Makes a stored page one that draws: self-contained, so that a download opens offline. */
@ApplicationScoped
public class PageAssembler {
    private static final String LIBRARY_PLACE = "/* chart library */";
    private static final String LINK_PLACE = "<!-- link -->";

    private final String version;
    private final String library;

    /** Reads the chart library from the class path. */
    public PageAssembler() {
        this.version = Libraries.read().echarts();
        var path = "META-INF/resources/_static/echarts/" + version + "/dist/echarts.min.js";
        this.library = new String(ClassPathFile.bytes(path), StandardCharsets.UTF_8);
    }

    /**
     * The stored page with the chart library in it; about 1.2 MB of UTF-8.
     *
     * @param stored the object's bytes
     * @param analysis where the page's analysis or signal is shown, to be linked in its footer
     * @throws ServiceException {@code OBJECT_DAMAGED} when these are not a page of ours
     */
    public byte[] assemble(byte[] stored, Optional<URI> analysis) {
        var page = new String(stored, StandardCharsets.UTF_8);
        var place = page.indexOf(LIBRARY_PLACE);
        if (place < 0) {
            throw new ServiceException(
                    FailureReason.OBJECT_DAMAGED, "a stored page has a place for the chart library, this has none");
        }
        var head = page.substring(0, place)
                .replace(LINK_PLACE, analysis.map(PageAssembler::link).orElse(""));
        return (head + library + page.substring(place + LIBRARY_PLACE.length())).getBytes(StandardCharsets.UTF_8);
    }

    /** A strong validator of the assembled page, in double quotes. */
    public String etag(Sha256 stored, Optional<URI> analysis) {
        var parts = String.join(
                "\n", stored.hex(), version, analysis.map(URI::toString).orElse(""));
        return '"' + Sha256.of(parts).hex() + '"';
    }

    private static String link(URI analysis) {
        var address = analysis.toString()
                .replace("&", "&amp;")
                .replace("\"", "&quot;")
                .replace("<", "&lt;");
        return "<a href=\"" + address + "\">analysis</a>";
    }
}
