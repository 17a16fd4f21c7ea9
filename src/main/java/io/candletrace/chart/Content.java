package io.candletrace.chart;

import io.candletrace.lineage.Sha256;
import io.smallrye.mutiny.Uni;

/** Bytes that are read when needed: just drawn and in memory, or in the object store. */
public interface Content {
    /** What the bytes hash to. */
    Sha256 sha256();

    /** The bytes. Fails with {@code STORE_UNAVAILABLE} or {@code OBJECT_DAMAGED} when they cannot be had. */
    Uni<byte[]> bytes();

    /** Content that is in memory. */
    static Content of(byte[] bytes) {
        var copy = bytes.clone();
        var sha256 = Sha256.of(copy);
        return new Content() {
            @Override
            public Sha256 sha256() {
                return sha256;
            }

            @Override
            public Uni<byte[]> bytes() {
                return Uni.createFrom().item(copy::clone);
            }
        };
    }
}
