package io.candletrace.fault;

import io.candletrace.lineage.Sha256;
import io.candletrace.testing.S3Server;
import io.minio.GetObjectArgs;
import io.minio.ListObjectsArgs;
import io.minio.MinioClient;
import io.minio.errors.MinioException;
import java.io.IOException;
import java.security.GeneralSecurityException;
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

    /** The keys of all objects. */
    Set<String> keys() {
        return ask(() -> {
            var keys = new HashSet<String>();
            for (var item : client.listObjects(
                    ListObjectsArgs.builder().bucket(BUCKET).recursive(true).build())) {
                keys.add(item.get().objectName());
            }
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
