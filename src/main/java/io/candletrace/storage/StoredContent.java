package io.candletrace.storage;

import io.candletrace.chart.Content;
import io.candletrace.failure.FailureReason;
import io.candletrace.failure.ServiceException;
import io.candletrace.lineage.Sha256;
import io.smallrye.mutiny.Uni;
import java.util.Optional;

/** Content that is read from a store when it is needed, and checked each time. */
record StoredContent(ObjectStore store, ObjectKey key, Sha256 sha256) implements Content {
    @Override
    public Uni<byte[]> bytes() {
        return store.find(key).map(this::checked);
    }

    private byte[] checked(Optional<byte[]> found) {
        var bytes = found.orElseThrow(() -> new ServiceException(
                FailureReason.OBJECT_DAMAGED, "the object " + key + " should be in the store, is missing"));
        var actual = Sha256.of(bytes);
        if (!actual.equals(sha256)) {
            throw new ServiceException(
                    FailureReason.OBJECT_DAMAGED,
                    "the object " + key + " should hash to " + sha256 + ", does to " + actual + " in " + bytes.length
                            + " bytes");
        }
        return bytes;
    }
}
