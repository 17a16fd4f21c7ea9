package io.candletrace.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.candletrace.failure.FailureReason;
import io.candletrace.failure.ServiceException;
import io.candletrace.lineage.Sha256;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
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
