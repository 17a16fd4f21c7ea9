package io.candletrace.chart;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Properties;

/**
 * Versions of what draws charts, as the build has them.
 *
 * @param echarts the interactive page's library
 * @param jfreechart the picture's library
 * @param liberationFonts the artifact with the picture's fonts
 */
public record Libraries(String echarts, String jfreechart, String liberationFonts) {
    private static final String FILE = "io/candletrace/chart/libraries.properties";

    /** Reads them from the class path. */
    public static Libraries read() {
        var properties = new Properties();
        try {
            properties.load(new StringReader(new String(ClassPathFile.bytes(FILE), StandardCharsets.UTF_8)));
        } catch (IOException impossible) {
            throw new UncheckedIOException("properties could not be read from memory", impossible);
        }
        return new Libraries(
                version(properties, "echarts"),
                version(properties, "jfreechart"),
                version(properties, "liberation-fonts"));
    }

    private static String version(Properties properties, String name) {
        var version = properties.getProperty(name, "");
        if (version.isEmpty() || version.startsWith("$")) {
            throw new IllegalStateException("the build fills in a version for " + name + ", found '" + version + "'");
        }
        return version;
    }
}
