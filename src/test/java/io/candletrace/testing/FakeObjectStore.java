package io.candletrace.testing;

import io.candletrace.storage.ObjectKey;
import io.candletrace.storage.ObjectStore;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Objects in memory. */
public final class FakeObjectStore implements ObjectStore {
    private final Map<ObjectKey, byte[]> objects = new ConcurrentHashMap<>();
    private final Map<ObjectKey, String> mediaTypes = new ConcurrentHashMap<>();
    private final Map<ObjectKey, Instant> modified = new ConcurrentHashMap<>();
    private final Queue<Runnable> afterListing = new ConcurrentLinkedQueue<>();

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
                .invoke(() -> modified.put(key, Instant.now()))
                .invoke(() -> mediaTypes.put(key, mediaType));
    }

    @Override
    public Uni<Optional<byte[]>> find(ObjectKey key) {
        return Uni.createFrom().item(() -> Optional.ofNullable(objects.get(key)));
    }

    /** Whatever happens between a listing and what is done about it. */
    public void afterNextListing(Runnable event) {
        afterListing.add(event);
    }

    /** Makes an object this old. */
    public void age(ObjectKey key, Instant since) {
        modified.put(key, since);
    }

    @Override
    public Uni<List<Listed>> list(String after, int limit) {
        return Uni.createFrom()
                .item(() -> objects.keySet().stream()
                        .filter(key -> key.value().compareTo(after) > 0)
                        .sorted(Comparator.comparing(ObjectKey::value))
                        .limit(limit)
                        .map(key -> new Listed(key.value(), modified.getOrDefault(key, Instant.EPOCH)))
                        .toList())
                .invoke(() -> Optional.ofNullable(afterListing.poll()).ifPresent(Runnable::run));
    }

    @Override
    public Uni<Void> delete(ObjectKey key) {
        return Uni.createFrom().voidItem().invoke(() -> objects.remove(key));
    }

    @Override
    public Uni<Void> check() {
        return Uni.createFrom().voidItem();
    }
}
