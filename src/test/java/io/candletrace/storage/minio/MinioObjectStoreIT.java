package io.candletrace.storage.minio;

import static org.assertj.core.api.Assertions.assertThat;

import io.candletrace.failure.FailureReason;
import io.candletrace.storage.ObjectKey;
import io.candletrace.storage.ObjectStore;
import io.candletrace.storage.ObjectStoreContract;
import io.candletrace.testing.S3Server;
import io.candletrace.testing.StorageSettings;
import io.minio.ListBucketsArgs;
import io.minio.MinioClient;
import io.minio.PutObjectArgs;
import io.smallrye.mutiny.Uni;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class MinioObjectStoreIT extends ObjectStoreContract {
    private static final ObjectKey KEY = new ObjectKey("snapshots/one");
    private static S3Server server;

    private final String bucket = "charts-" + UUID.randomUUID();

    @BeforeAll
    static void start() {
        server = S3Server.start();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Override
    protected ObjectStore store() {
        return store(S3Server.SECRET_KEY);
    }

    @Override
    protected void overwrite(ObjectKey key, byte[] content) throws Exception {
        vendor().putObject(PutObjectArgs.builder().bucket(bucket).object(key.value()).stream(
                        new ByteArrayInputStream(content), content.length, -1)
                .build());
    }

    @Test
    void makesItsBucketOnce_whenTwoReplicasRace() throws Exception {
        // Given
        var one = store();
        var other = store();

        // When
        done(Uni.join()
                .all(one.put(KEY, bytes(10), "text/plain"), other.put(KEY, bytes(10), "text/plain"))
                .andCollectFailures());

        // Then
        assertThat(bucketNames()).containsOnlyOnce(bucket);
    }

    @Test
    void saysWhichKeysAreWrong_whenCredentialsAreRefused() {
        // When
        var failure = failure(store("wrong").put(KEY, bytes(10), "text/plain"));

        // Then
        assertThat(failure.reason()).isEqualTo(FailureReason.STORE_UNAVAILABLE);
        assertThat(failure.detail())
                .contains(server.url().toString(), "quarkus.minio.access-key and secret-key", bucket, "HTTP 403")
                .doesNotContain(S3Server.SECRET_KEY);
        assertThat(failure(store("wrong").check()).reason()).isEqualTo(FailureReason.STORE_UNAVAILABLE);
    }

    @Test
    void isUnavailable_whenTheServerIsDown() {
        // Given
        var down = S3Server.start();
        down.close();
        var store = new MinioObjectStore(
                StorageSettings.bucket(bucket), endpoint(down.url().toString(), S3Server.SECRET_KEY));

        // When
        var failure = failure(store.put(KEY, bytes(10), "text/plain"));

        // Then
        assertThat(failure.reason()).isEqualTo(FailureReason.STORE_UNAVAILABLE);
        assertThat(failure.detail())
                .isEqualTo("the S3 endpoint " + down.url() + " could not write snapshots/one (ConnectException)");
        assertThat(failure(store.find(KEY)).reason()).isEqualTo(FailureReason.STORE_UNAVAILABLE);
        assertThat(failure(store.check()).reason()).isEqualTo(FailureReason.STORE_UNAVAILABLE);
    }

    private static List<String> bucketNames() throws Exception {
        var names = new ArrayList<String>();
        for (var listed : vendor().listBuckets(ListBucketsArgs.builder().build())) {
            names.add(listed.get().name());
        }
        return names;
    }

    private ObjectStore store(String secretKey) {
        return new MinioObjectStore(
                StorageSettings.bucket(bucket), endpoint(server.url().toString(), secretKey));
    }

    private static S3Endpoint endpoint(String url, String secretKey) {
        return new S3Endpoint(url, S3Server.ACCESS_KEY, secretKey, Optional.empty());
    }

    private static MinioClient vendor() {
        return MinioClient.builder()
                .endpoint(server.url().toString())
                .credentials(S3Server.ACCESS_KEY, S3Server.SECRET_KEY)
                .build();
    }
}
