package io.candletrace.benchmark;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Set;

/** A running service's API. Every call fails unless it is answered well. */
final class Api {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int REDIRECTION = 300;
    private static final Set<String> UNDER_WAY = Set.of("pending", "running");

    private final HttpClient client = HttpClient.newHttpClient();
    private final String service;

    /**
     * The API of a service.
     *
     * @param service scheme, host and port
     */
    Api(String service) {
        this.service = service;
    }

    JsonNode get(String path) throws IOException, InterruptedException {
        return answer(HttpRequest.newBuilder(URI.create(service + path)).build());
    }

    JsonNode post(String path, String body) throws IOException, InterruptedException {
        return answer(HttpRequest.newBuilder(URI.create(service + path))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body))
                .build());
    }

    /** Runs a strategy; answers the execution's id. */
    long run(String strategy) throws IOException, InterruptedException {
        return post("/api/executions", "{\"strategy\": \"" + strategy + "\"}")
                .get("id")
                .asLong();
    }

    /** Waits until an execution is seen completed; fails if it ends otherwise. */
    void awaitCompleted(long id, long pollMs) throws IOException, InterruptedException {
        for (var execution = execution(id); !status(execution).equals("completed"); execution = execution(id)) {
            if (!UNDER_WAY.contains(status(execution))) {
                throw new IOException("execution " + id + " ended as " + execution);
            }
            Thread.sleep(pollMs);
        }
    }

    private JsonNode execution(long id) throws IOException, InterruptedException {
        return get("/api/executions/" + id);
    }

    private static String status(JsonNode execution) {
        return execution.get("status").asText();
    }

    private JsonNode answer(HttpRequest request) throws IOException, InterruptedException {
        var response = client.send(request, BodyHandlers.ofString());
        if (response.statusCode() >= REDIRECTION) {
            throw new IOException(request.method() + " " + request.uri() + " answered " + response.statusCode() + ": "
                    + response.body());
        }
        return JSON.readTree(response.body());
    }
}
