package io.candletrace.chart;

import java.io.IOException;
import java.io.UncheckedIOException;

/** A file of the class path. */
public final class ClassPathFile {
    private ClassPathFile() {}

    /** All its bytes; its absence is a defect of the build. */
    public static byte[] bytes(String path) {
        try (var stream = ClassPathFile.class.getClassLoader().getResourceAsStream(path)) {
            if (stream == null) {
                throw new IllegalStateException("the class path has no " + path);
            }
            return stream.readAllBytes();
        } catch (IOException unreadable) {
            throw new UncheckedIOException("unreadable: " + path, unreadable);
        }
    }
}
