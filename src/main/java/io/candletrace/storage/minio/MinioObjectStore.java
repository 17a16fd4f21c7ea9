package io.candletrace.storage.minio;

import io.candletrace.failure.FailureReason;
import io.candletrace.failure.ServiceException;
import io.candletrace.storage.ObjectKey;
import io.candletrace.storage.ObjectStore;
import io.candletrace.storage.StorageConfig;
import io.candletrace.storage.Verification;
import io.candletrace.thread.Hop;
import io.minio.BucketExistsArgs;
import io.minio.GetObjectArgs;
import io.minio.ListObjectsArgs;
import io.minio.MakeBucketArgs;
import io.minio.MinioClient;
import io.minio.PutObjectArgs;
import io.minio.RemoveObjectArgs;
import io.minio.errors.MinioException;
import io.quarkiverse.minio.client.MiniosConfiguration;
import io.smallrye.common.annotation.Identifier;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import okhttp3.OkHttpClient;

/** Objects at any S3 endpoint. Each request blocks a virtual thread of its own; what is written is read again. */
@Singleton
@Identifier("s3")
public class MinioObjectStore implements ObjectStore {
    private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(2);
    private static final long ONE_PART = -1;

    private final S3Endpoint endpoint;
    private final String bucket;
    private final int retries;
    private final OkHttpClient http;
    private final MinioClient client;

    private volatile boolean bucketIsThere;

    /** Fails with {@code MISCONFIGURED} when address or credentials are missing. Asks the endpoint nothing yet. */
    @Inject
    public MinioObjectStore(StorageConfig config, MiniosConfiguration minio) {
        this(config, S3Endpoint.of(minio));
    }

    MinioObjectStore(StorageConfig config, S3Endpoint endpoint) {
        this.endpoint = endpoint;
        bucket = config.bucket();
        retries = config.s3().retries();
        http = S3Endpoint.http(config.s3());
        client = endpoint.client(http);
    }

    @Override
    public String bucket() {
        return bucket;
    }

    @Override
    public Uni<Void> put(ObjectKey key, byte[] content, String mediaType) {
        return persistently("write " + key, Hop.blocking(() -> write(key, content, mediaType)));
    }

    @Override
    public Uni<Optional<byte[]>> find(ObjectKey key) {
        return persistently("read " + key, Hop.blocking(() -> read(key)));
    }

    @Override
    public Uni<List<Listed>> list(String after, int limit) {
        return persistently("list its objects", Hop.blocking(() -> listed(after, limit)));
    }

    @Override
    public Uni<Void> delete(ObjectKey key) {
        return persistently("delete " + key, Hop.blocking(() -> remove(key)));
    }

    @Override
    public Uni<Void> check() {
        return translated("be asked for its bucket", Hop.blocking(this::makeBucket));
    }

    @PreDestroy
    void close() {
        http.dispatcher().executorService().shutdown();
        http.connectionPool().evictAll();
    }

    /** Sends again what may go through next time. The client itself does not, but for a connection gone stale. */
    private <T> Uni<T> persistently(String what, Uni<T> request) {
        var repeated = retries == 0
                ? request
                : request.onFailure(MinioObjectStore::isPassing)
                        .retry()
                        .withBackOff(FIRST_PAUSE, LONGEST_PAUSE)
                        .atMost(retries);
        return translated(what, Hop.back(repeated));
    }

    private <T> Uni<T> translated(String what, Uni<T> request) {
        return request.onFailure(S3Failure.class).transform(failure -> unavailable(what, (S3Failure) failure));
    }

    private static boolean isPassing(Throwable failure) {
        return failure instanceof S3Failure s3 && s3.isPassing();
    }

    private ServiceException unavailable(String what, S3Failure failure) {
        var expected = failure.isRefused()
                ? "should accept quarkus.minio.access-key and secret-key for the bucket " + bucket
                        + ", but did not let us "
                : "could not ";
        return new ServiceException(
                FailureReason.STORE_UNAVAILABLE,
                "the S3 endpoint " + endpoint + " " + expected + what + " (" + failure.summary() + ")",
                failure);
    }

    private void write(ObjectKey key, byte[] content, String mediaType) {
        if (!bucketIsThere) {
            makeBucket();
        }
        var request = PutObjectArgs.builder().bucket(bucket).object(key.value()).contentType(mediaType).stream(
                        new ByteArrayInputStream(content), content.length, ONE_PART)
                .build();
        try {
            ask(() -> client.putObject(request));
        } catch (S3Failure failure) {
            bucketIsThere = !failure.isBucketAbsent();
            throw failure;
        }
        Verification.requireSame(key, content, read(key));
    }

    private Optional<byte[]> read(ObjectKey key) {
        var request = GetObjectArgs.builder().bucket(bucket).object(key.value()).build();
        try {
            return Optional.of(ask(() -> {
                try (var object = client.getObject(request)) {
                    return object.readAllBytes();
                }
            }));
        } catch (S3Failure failure) {
            if (failure.isObjectAbsent()) {
                return Optional.empty();
            }
            throw failure;
        }
    }

    private List<Listed> listed(String after, int limit) {
        var request = ListObjectsArgs.builder()
                .bucket(bucket)
                .recursive(true)
                .startAfter(after)
                .maxKeys(limit)
                .build();
        try {
            return ask(() -> {
                var page = new ArrayList<Listed>();
                for (var entry : client.listObjects(request)) {
                    var item = entry.get();
                    page.add(new Listed(item.objectName(), item.lastModified().toInstant()));
                    if (page.size() == limit) {
                        break;
                    }
                }
                return page;
            });
        } catch (S3Failure failure) {
            if (failure.isBucketAbsent()) {
                return List.of();
            }
            throw failure;
        }
    }

    private void remove(ObjectKey key) {
        var request =
                RemoveObjectArgs.builder().bucket(bucket).object(key.value()).build();
        try {
            ask(() -> {
                client.removeObject(request);
                return true;
            });
        } catch (S3Failure failure) {
            if (!failure.isObjectAbsent()) {
                throw failure;
            }
        }
    }

    /** Two replicas may make it at once: the one that comes second finds it made. */
    private void makeBucket() {
        var there = BucketExistsArgs.builder().bucket(bucket).build();
        var make = MakeBucketArgs.builder().bucket(bucket).build();
        try {
            if (!ask(() -> client.bucketExists(there))) {
                ask(() -> {
                    client.makeBucket(make);
                    return true;
                });
            }
        } catch (S3Failure failure) {
            if (!failure.isBucketThere()) {
                throw failure;
            }
        }
        bucketIsThere = true;
    }

    /** Nothing but the client's own code runs in here, which wraps what it did not expect of an answer. */
    private static <T> T ask(Request<T> request) {
        try {
            return request.send();
        } catch (MinioException | IOException | GeneralSecurityException | RuntimeException failure) {
            throw new S3Failure(failure);
        }
    }

    private interface Request<T> {
        T send() throws MinioException, IOException, GeneralSecurityException;
    }
}
