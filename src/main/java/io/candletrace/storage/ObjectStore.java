package io.candletrace.storage;

import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
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

    /**
     * Objects after a key, in the order of their keys' characters, at most so many; fewer only at the end. What {@link #put} wrote,
     * even where the same object lay before, was modified then. Fails with {@code STORE_UNAVAILABLE}.
     *
     * @param after empty for the first
     * @param limit 1 to 1000
     */
    Uni<List<Listed>> list(String after, int limit);

    /** Removes an object, or nothing when there is none. Fails with {@code STORE_UNAVAILABLE}. */
    Uni<Void> delete(ObjectKey key);

    /**
     * An object in a listing.
     *
     * @param key its name, which need not be a key of ours
     * @param modifiedAt by the store's clock
     */
    record Listed(String key, Instant modifiedAt) {}

    /** Whether the store answers and the bucket is there. Fails with {@code STORE_UNAVAILABLE} and says why. */
    Uni<Void> check();
}
