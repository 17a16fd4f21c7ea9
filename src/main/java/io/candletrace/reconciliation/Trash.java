package io.candletrace.reconciliation;

import io.candletrace.lineage.Sha256;
import io.candletrace.storage.ObjectKey;
import io.candletrace.storage.ObjectStore;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/**
 * Where objects wait that nobody names: whoever wrote one again at the very moment it was taken away gets it back when the row is
 * there.
 */
@ApplicationScoped
class Trash {
    private static final String PREFIX = "trash/";

    private final ObjectStore store;

    Trash(ObjectStore store) {
        this.store = store;
    }

    /** Whether this is where something waits. */
    static boolean holds(String key) {
        return key.startsWith(PREFIX);
    }

    /** What waits there. */
    static String original(String key) {
        return key.substring(PREFIX.length());
    }

    /** Takes an object away, for now. */
    Uni<Void> take(ObjectKey key) {
        return store.find(key)
                .chain(found -> found.map(bytes -> store.put(place(key), bytes, "application/octet-stream")
                                .chain(() -> store.delete(key)))
                        .orElseGet(() -> Uni.createFrom().voidItem()));
    }

    /** What was taken away, if it is what was recorded. */
    Uni<Optional<byte[]>> find(NamedObject object) {
        return store.find(place(object.key()))
                .map(found -> found.filter(bytes -> Sha256.of(bytes).equals(object.sha256())));
    }

    private static ObjectKey place(ObjectKey key) {
        return new ObjectKey(PREFIX + key);
    }
}
