package io.candletrace.fault;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * The service over HTTP, at an explicit port.
 *
 * @param port of the loopback interface
 */
record Api(int port) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    /**
     * An answer.
     *
     * @param status of HTTP
     * @param location the header, empty when there is none
     * @param body text
     */
    record Reply(int status, String location, String body) {
        JsonNode json() {
            try {
                return JSON.readTree(body);
            } catch (IOException notJson) {
                throw new UncheckedIOException("status " + status + ": " + body, notJson);
            }
        }
    }

    /** Whether it says that it can be asked. */
    boolean ready() {
        try {
            return get("/q/health/ready").status() == 200;
        } catch (IOException unreachable) {
            return false;
        }
    }

    /** Whether it says that it need not be started again. */
    boolean live() {
        try {
            return get("/q/health/live").status() == 200;
        } catch (IOException unreachable) {
            return false;
        }
    }

    Reply get(String path) throws IOException {
        return send(request(path).GET().build());
    }

    Reply post(String path, Map<String, ?> body) throws IOException {
        return post(path, body, Optional.empty());
    }

    Reply post(String path, Map<String, ?> body, Optional<String> idempotencyKey) throws IOException {
        var request = request(path)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body)));
        idempotencyKey.ifPresent(key -> request.header("Idempotency-Key", key));
        return send(request.build());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .timeout(PATIENCE);
    }

    private static Reply send(HttpRequest request) throws IOException {
        try {
            var reply = HTTP.send(request, HttpResponse.BodyHandlers.ofString());
            return new Reply(
                    reply.statusCode(), reply.headers().firstValue("Location").orElse(""), reply.body());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException(interrupted);
        }
    }
}
