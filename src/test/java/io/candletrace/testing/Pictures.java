package io.candletrace.testing;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.Optional;
import javax.imageio.ImageIO;

/** Looks at pictures that were sent. */
final class Pictures {
    private static final String PREFIX = "data:image/jpeg;base64,";

    private Pictures() {}

    static Optional<byte[]> ofDataUrl(String url) {
        return url.startsWith(PREFIX)
                ? Optional.of(Base64.getDecoder().decode(url.substring(PREFIX.length())))
                : Optional.empty();
    }

    static boolean isJpeg(byte[] bytes) {
        try {
            return (bytes[0] & 0xff) == 0xff
                    && (bytes[1] & 0xff) == 0xd8
                    && ImageIO.read(new ByteArrayInputStream(bytes)) != null;
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
