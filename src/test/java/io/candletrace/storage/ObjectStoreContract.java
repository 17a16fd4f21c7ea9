package io.candletrace.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.candletrace.failure.FailureReason;
import io.candletrace.failure.ServiceException;
import io.candletrace.lineage.Sha256;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every store does. A store's own test extends this one and says how to make the store and how to damage it. */
public abstract class ObjectStoreContract {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final ObjectKey KEY = new ObjectKey("charts/BRK.B/1w/2025/10/object.jpg");

    /** The store under test; the same bucket each time, empty before each test. */
    protected abstract ObjectStore store();

    /** Puts other bytes where an object lies, behind the store's back. */
    protected abstract void overwrite(ObjectKey key, byte[] content) throws Exception;

    @Test
    void findsWhatWasPut() {
        // Given
        var picture = bytes(150_000);

        // When
        done(store().put(KEY, picture, "image/jpeg"));

        // Then
        assertThat(done(store().find(KEY))).hasValue(picture);
    }

    @Test
    void findsAnEmptyObject() {
        done(store().put(KEY, new byte[0], "text/plain"));

        assertThat(done(store().find(KEY))).hasValue(new byte[0]);
    }

    @Test
    void findsNothing_whereNothingWasPut() {
        assertThat(done(store().find(new ObjectKey("charts/none")))).isEmpty();
    }

    @Test
    void takesTheSameObjectTwice() {
        // Given
        var content = bytes(1_000);
        done(store().put(KEY, content, "text/html"));

        // When
        done(store().put(KEY, content, "text/html"));

        // Then
        assertThat(done(store().find(KEY))).hasValue(content);
    }

    @Test
    void takesTheSameObjectFromManyAtOnce() {
        // Given
        var content = bytes(20_000);
        var puts = IntStream.range(0, 12)
                .mapToObj(i -> store().put(KEY, content, "image/jpeg"))
                .toList();

        // When
        done(Uni.join().all(puts).andCollectFailures());

        // Then
        assertThat(done(store().find(KEY))).hasValue(content);
    }

    @Test
    void mendsAnObjectThatWasDamaged() throws Exception {
        // Given
        var content = bytes(5_000);
        done(store().put(KEY, content, "image/jpeg"));
        overwrite(KEY, Arrays.copyOf(content, 4_000));

        // When
        done(store().put(KEY, content, "image/jpeg"));

        // Then
        assertThat(done(store().find(KEY))).hasValue(content);
    }

    @Test
    void tellsThatAStoredObjectWasTruncated() throws Exception {
        // Given
        var content = bytes(5_000);
        done(store().put(KEY, content, "image/jpeg"));
        overwrite(KEY, Arrays.copyOf(content, 4_000));

        // When
        var failure =
                failure(new ChartStore(store()).stored(KEY, Sha256.of(content)).bytes());

        // Then
        assertThat(failure.reason()).isEqualTo(FailureReason.OBJECT_DAMAGED);
        assertThat(failure.detail()).contains(KEY.value(), Sha256.of(content).hex(), "4000 bytes");
    }

    @Test
    void tellsThatAStoredObjectIsMissing() {
        var failure = failure(
                new ChartStore(store()).stored(KEY, Sha256.of("never put")).bytes());

        assertThat(failure.reason()).isEqualTo(FailureReason.OBJECT_DAMAGED);
        assertThat(failure.detail()).contains("missing");
    }

    @Test
    void listsInTheOrderOfKeys_pageByPage() {
        // Given
        var keys = List.of("charts/A-B/x.jpg", "charts/A/x.jpg", "charts/A/y.jpg", "charts/B/x.jpg", "snapshots/0");
        keys.forEach(key -> done(store().put(new ObjectKey(key), bytes(10), "text/plain")));

        // When
        var first = listed("", 2);
        var second = listed(first.getLast(), 2);
        var third = listed(second.getLast(), 2);

        // Then
        assertThat(List.of(first, second, third).stream().flatMap(List::stream)).containsExactlyElementsOf(keys);
        assertThat(listed("snapshots/0", 2)).isEmpty();
    }

    @Test
    void saysWhenAnObjectWasPutLast() throws Exception {
        // Given
        done(store().put(KEY, bytes(10), "image/jpeg"));
        var first = done(store().list("", 1)).getFirst().modifiedAt();
        TimeUnit.MILLISECONDS.sleep(1_100);

        // When
        done(store().put(KEY, bytes(10), "image/jpeg"));

        // Then
        assertThat(done(store().list("", 1)).getFirst().modifiedAt()).isAfter(first);
    }

    @Test
    void deletesAnObject_orNothing() {
        // Given
        done(store().put(KEY, bytes(10), "image/jpeg"));

        // When
        done(store().delete(KEY).replaceWith(true));
        done(store().delete(KEY).replaceWith(true));

        // Then
        assertThat(done(store().find(KEY))).isEmpty();
        assertThat(listed("", 10)).isEmpty();
    }

    private List<String> listed(String after, int limit) {
        return done(store().list(after, limit)).stream()
                .map(ObjectStore.Listed::key)
                .toList();
    }

    @Test
    void passesItsCheck_beforeAnythingWasPut() {
        assertThat(done(store().check().replaceWith(true))).isTrue();
    }

    /** The item, or the failure thrown. */
    protected static <T> T done(Uni<T> uni) {
        return uni.await().atMost(PATIENCE);
    }

    /** The failure it must end with. */
    protected static ServiceException failure(Uni<?> uni) {
        return catchThrowableOfType(ServiceException.class, () -> done(uni));
    }

    /** Bytes that do not compress, the same each time. */
    protected static byte[] bytes(int length) {
        var bytes = new byte[length];
        new Random(length).nextBytes(bytes);
        return bytes;
    }
}
