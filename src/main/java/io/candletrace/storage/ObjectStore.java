package io.candletrace.storage;

import io.smallrye.mutiny.Uni;
import java.util.Optional;

/** Bytes under content-addressed keys. Writing the same object twice is harmless. */
public interface ObjectStore {
    /** The bucket, as rows and health show it. */
    String bucket();

    /**
     * Writes an object and makes sure, by asking the store, that what lies there has the length and SHA-256 of what was
     * given. Answers on the caller's Vert.x context. Fails with {@code STORE_UNAVAILABLE} or {@code OBJECT_DAMAGED}.
     */
    Uni<Void> put(ObjectKey key, byte[] content, String mediaType);

    /** Reads an object; empty when there is none. Fails with {@code STORE_UNAVAILABLE}. */
    Uni<Optional<byte[]>> find(ObjectKey key);

    /** Whether the store answers and the bucket is there. Fails with {@code STORE_UNAVAILABLE} and says why. */
    Uni<Void> check();
}
