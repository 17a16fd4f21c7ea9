package io.candletrace.market;

import io.candletrace.lineage.Sha256;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;

/**
 * The exact bars of a series, warm-up included, in a canonical byte form that does not depend on when they were fetched:
 * a header, then one line a bar, each ended by a line feed. What was found odd about the bars is not part of it.
 *
 * @param sha256 of the text's UTF-8 bytes
 * @param text the canonical form
 */
public record BarSnapshot(Sha256 sha256, String text) {
    public BarSnapshot {
        var actual = Sha256.of(text);
        if (!actual.equals(sha256)) {
            throw new IllegalArgumentException("the snapshot should hash to " + sha256 + ", but does to " + actual);
        }
    }

    /** The snapshot of a series. Equal bars of equal origin give equal text. */
    public static BarSnapshot of(BarSeries series) {
        return ofText(SnapshotText.write(series));
    }

    /** The snapshot of a canonical text, as it was read from a store. */
    public static BarSnapshot ofText(String text) {
        return new BarSnapshot(Sha256.of(text), text);
    }

    /** The snapshot of a canonical text's UTF-8 bytes. */
    public static BarSnapshot ofBytes(byte[] bytes) {
        return ofText(new String(bytes, StandardCharsets.UTF_8));
    }

    /** The bytes that are stored. */
    public byte[] bytes() {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /**
     * The series back from its text: all but when it was seen and what was found odd comes from there. Nothing is known of an
     * earlier owner of the ticker.
     *
     * @param findings what was found odd at the time
     * @throws IllegalArgumentException when the text is not a snapshot, says which line is wrong, or when it has bars that close
     *     after {@code asOf}
     */
    public BarSeries series(Instant asOf, List<Finding> findings) {
        return new SnapshotText(text).read(asOf, findings);
    }
}
