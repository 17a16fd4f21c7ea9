package io.candletrace.storage;

import io.candletrace.failure.FailureReason;
import io.candletrace.failure.ServiceException;
import io.candletrace.lineage.Sha256;
import java.util.Optional;

/** Compares what was given to a store with what lies there afterwards. */
public final class Verification {
    private Verification() {}

    /** Fails with {@code OBJECT_DAMAGED}, saying how they differ, unless length and SHA-256 are the same. */
    public static void requireSame(ObjectKey key, byte[] given, Optional<byte[]> stored) {
        var found = stored.orElseThrow(() -> damaged(key, given, "nothing"));
        if (found.length != given.length || !Sha256.of(found).equals(Sha256.of(given))) {
            throw damaged(key, given, found.length + " bytes that hash to " + Sha256.of(found));
        }
    }

    private static ServiceException damaged(ObjectKey key, byte[] given, String found) {
        return new ServiceException(
                FailureReason.OBJECT_DAMAGED,
                "the object " + key + " should be " + given.length + " bytes that hash to " + Sha256.of(given)
                        + ", but the store has " + found);
    }
}
