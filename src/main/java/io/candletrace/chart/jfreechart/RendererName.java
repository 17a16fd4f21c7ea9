package io.candletrace.chart.jfreechart;

import io.candletrace.chart.Libraries;
import io.candletrace.chart.RenderSpec;
import io.candletrace.lineage.CanonicalJson;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** Says which program drew a picture, so that a picture that differs can be told from one that was tampered with. */
final class RendererName {
    /** Raised with every change that gives the same series other pixels. */
    private static final int VERSION = 2;

    private final double quality;
    private final Libraries libraries;

    RendererName(double quality, Libraries libraries) {
        this.quality = quality;
        this.libraries = libraries;
    }

    /** Canonical JSON: library, fonts, our version, theme, size, encoder and its quality, JDK. */
    String of(RenderSpec spec) {
        var name = new LinkedHashMap<String, Object>();
        name.put("library", "jfreechart " + libraries.jfreechart());
        name.put("fonts", "liberation-sans of openpdf-fonts-extra " + libraries.liberationFonts());
        name.put("version", VERSION);
        name.put("theme", spec.theme().name().toLowerCase(Locale.ROOT));
        name.put("width_px", spec.widthPx());
        name.put("height_px", spec.heightPx());
        name.put("encoder", Map.of("name", "javax.imageio jpeg", "quality", quality, "chroma", "4:4:4"));
        name.put("jdk", Runtime.version().toString());
        return CanonicalJson.write(name);
    }
}
