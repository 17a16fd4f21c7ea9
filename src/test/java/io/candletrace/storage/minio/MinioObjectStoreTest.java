package io.candletrace.storage.minio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.candletrace.failure.FailureReason;
import io.candletrace.failure.ServiceException;
import io.candletrace.storage.ObjectKey;
import io.candletrace.testing.StorageSettings;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How the store behaves when the endpoint misbehaves; the real one does in {@link MinioObjectStoreIT}. */
class MinioObjectStoreTest {
    private static final ObjectKey KEY = new ObjectKey("snapshots/one");
    private static final byte[] CONTENT = "the exact bars".getBytes(StandardCharsets.UTF_8);
    private static final int REQUESTS_WITH_TWO_RETRIES = 3;

    private final AtomicInteger refusals = new AtomicInteger();
    private final AtomicInteger requests = new AtomicInteger();
    private volatile byte[] kept = {};
    private volatile int bytesLost;
    private volatile boolean speaksS3 = true;
    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void sendsAgain_whatTheEndpointCouldNotTakeYet() {
        // Given
        refusals.set(2);

        // When
        put();

        // Then
        assertThat(kept).isEqualTo(CONTENT);
    }

    @Test
    void givesUp_afterTheConfiguredRetries() {
        // Given
        refusals.set(1_000);

        // When
        var failure = catchThrowableOfType(ServiceException.class, this::put);

        // Then
        assertThat(failure.reason()).isEqualTo(FailureReason.STORE_UNAVAILABLE);
        assertThat(failure.detail()).contains("could not write snapshots/one", "HTTP 503");
        assertThat(requests).hasValue(REQUESTS_WITH_TWO_RETRIES);
    }

    @Test
    void isNotSatisfied_whenTheEndpointKeptLessThanItGot() {
        // Given
        bytesLost = 4;

        // When
        var failure = catchThrowableOfType(ServiceException.class, this::put);

        // Then
        assertThat(failure.reason()).isEqualTo(FailureReason.OBJECT_DAMAGED);
        assertThat(failure.detail()).contains("should be 14 bytes", "but the store has 10 bytes");
    }

    @Test
    void isUnavailable_whenTheEndpointSpeaksSomethingElse() {
        // Given
        speaksS3 = false;

        // When
        var failure = catchThrowableOfType(ServiceException.class, this::put);

        // Then
        assertThat(failure.reason()).isEqualTo(FailureReason.STORE_UNAVAILABLE);
    }

    private void put() {
        var url = "http://127.0.0.1:" + server.getAddress().getPort();
        var endpoint = new S3Endpoint(url, "key", "secret", Optional.of("us-east-1"));
        new MinioObjectStore(StorageSettings.bucket("trading-charts"), endpoint)
                .put(KEY, CONTENT, "text/plain")
                .await()
                .atMost(Duration.ofSeconds(30));
    }

    private void answer(HttpExchange exchange) throws IOException {
        requests.incrementAndGet();
        try (exchange) {
            if (refusals.getAndDecrement() > 0) {
                exchange.sendResponseHeaders(503, -1);
                return;
            }
            if (speaksS3) {
                exchange.getResponseHeaders().set("ETag", "\"tag\"");
            }
            switch (exchange.getRequestMethod()) {
                case "PUT" -> {
                    var got = exchange.getRequestBody().readAllBytes();
                    kept = Arrays.copyOf(got, got.length - bytesLost);
                    exchange.sendResponseHeaders(200, -1);
                }
                case "GET" -> {
                    exchange.sendResponseHeaders(200, kept.length);
                    exchange.getResponseBody().write(kept);
                }
                default -> exchange.sendResponseHeaders(200, -1);
            }
        }
    }
}
