package io.candletrace.testing;

import io.candletrace.storage.ObjectKey;
import io.candletrace.storage.ObjectStore;
import io.smallrye.mutiny.Uni;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Objects in memory. */
public final class FakeObjectStore implements ObjectStore {
    private final Map<ObjectKey, byte[]> objects = new ConcurrentHashMap<>();
    private final Map<ObjectKey, String> mediaTypes = new ConcurrentHashMap<>();

    /** What lies there, by key. */
    public Map<ObjectKey, byte[]> objects() {
        return objects;
    }

    /** What kind of object each is said to be. */
    public Map<ObjectKey, String> mediaTypes() {
        return mediaTypes;
    }

    @Override
    public String bucket() {
        return "fake-bucket";
    }

    @Override
    public Uni<Void> put(ObjectKey key, byte[] content, String mediaType) {
        return Uni.createFrom()
                .voidItem()
                .invoke(() -> objects.put(key, content.clone()))
                .invoke(() -> mediaTypes.put(key, mediaType));
    }

    @Override
    public Uni<Optional<byte[]>> find(ObjectKey key) {
        return Uni.createFrom().item(() -> Optional.ofNullable(objects.get(key)));
    }

    @Override
    public Uni<Void> check() {
        return Uni.createFrom().voidItem();
    }
}
