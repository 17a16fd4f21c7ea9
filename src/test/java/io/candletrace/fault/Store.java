package io.candletrace.fault;

import io.candletrace.lineage.Sha256;
import io.candletrace.testing.S3Server;
import io.minio.GetObjectArgs;
import io.minio.ListObjectsArgs;
import io.minio.MinioClient;
import io.minio.PutObjectArgs;
import io.minio.errors.MinioException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** The S3 server, and a look into it that no fault disturbs. */
final class Store {
    private static final String BUCKET = "trading-charts";

    private final S3Server server = S3Server.start();
    private final MinioClient client = MinioClient.builder()
            .endpoint(server.url().toString())
            .credentials(S3Server.ACCESS_KEY, S3Server.SECRET_KEY)
            .build();

    int port() {
        return server.url().getPort();
    }

    /** What a service needs to use it, but for its address. */
    Map<String, String> configuration() {
        return server.configuration(BUCKET);
    }

    /** Puts an object there that no row names, under the name that a picture of these bytes would have. */
    void putOrphan() {
        var bytes = ("orphan " + Instant.now()).getBytes(StandardCharsets.UTF_8);
        var key = "charts/ORPHAN/1d/2025/01/" + Sha256.of(bytes).hex() + ".jpg";
        ask(() -> client.putObject(PutObjectArgs.builder().bucket(BUCKET).object(key).stream(
                        new ByteArrayInputStream(bytes), bytes.length, -1)
                .build()));
    }

    /** The keys of all objects but those that the service took away and has not deleted yet. */
    Set<String> keys() {
        return ask(() -> {
            var keys = new HashSet<String>();
            for (var item : client.listObjects(
                    ListObjectsArgs.builder().bucket(BUCKET).recursive(true).build())) {
                keys.add(item.get().objectName());
            }
            keys.removeIf(key -> key.startsWith("trash/"));
            return keys;
        });
    }

    /** What an object hashes to. */
    String sha256(String key) {
        return ask(() -> {
            try (var object = client.getObject(
                    GetObjectArgs.builder().bucket(BUCKET).object(key).build())) {
                return Sha256.of(object.readAllBytes()).hex();
            }
        });
    }

    private static <T> T ask(Request<T> request) {
        try {
            return request.send();
        } catch (MinioException | IOException | GeneralSecurityException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private interface Request<T> {
        T send() throws MinioException, IOException, GeneralSecurityException;
    }
}
