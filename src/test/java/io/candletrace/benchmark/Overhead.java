package io.candletrace.benchmark;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.candletrace.testing.FakeAnswers;
import io.candletrace.testing.FakeOpenAi;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * What a task takes besides waiting: from the POST until its execution is seen completed, less the time that the model took to
 * answer. Bars are synthetic and objects go to files, so that what feed and store take is part of it; the stages' own times
 * stand beside it.
 */
final class Overhead {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int POLL_MS = 2;
    private static final int IDLE_MS = 300;
    private static final double MS = 1e6;

    private final HttpClient client = HttpClient.newHttpClient();
    private final String service;
    private final AtomicLong waitedNanos;
    private final List<Double> walls = new ArrayList<>();
    private final List<Double> waits = new ArrayList<>();
    private final List<Double> overheads = new ArrayList<>();
    private final List<Double> orchestrations = new ArrayList<>();
    private final Map<String, List<Double>> stages = new TreeMap<>();

    private Overhead(String service, AtomicLong waitedNanos) {
        this.service = service;
        this.waitedNanos = waitedNanos;
    }

    /** Arguments: latency of the model in ms, executions that count, executions before; asks where the service is once its model is up. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        var latency = Long.parseLong(arguments[0]);
        var runs = Integer.parseInt(arguments[1]);
        var waited = new AtomicLong();
        try (var endpoint = FakeOpenAi.playing(() -> (asked, stage) -> {
            var began = System.nanoTime();
            stage.waitFor(latency);
            waited.addAndGet(System.nanoTime() - began);
            FakeAnswers.wellFormed().play(asked, stage);
        })) {
            System.out.println(endpoint.baseUrl());
            System.out.println(FakeOpenAi.KEY);
            var service =
                    new String(System.in.readNBytes(arguments[3].length()), java.nio.charset.StandardCharsets.UTF_8);
            var overhead = new Overhead(service, waited);
            overhead.create();
            overhead.measure(Integer.parseInt(arguments[2]), false);
            overhead.measure(runs, true);
            overhead.print();
        }
    }

    private void create() throws IOException, InterruptedException {
        send("/api/strategies", """
                {"name": "overhead", "symbols": ["AAA"], "timeframes": ["1d"], "models": ["slow"], "feeds": ["synthetic"],
                 "indicators": {"RSI": {"period": 14}, "SMA": {"periods": [20, 50]}}}""");
    }

    private void measure(int runs, boolean counts) throws IOException, InterruptedException {
        for (int run = 0; run < runs; run++) {
            Thread.sleep(IDLE_MS);
            var waitedBefore = waitedNanos.get();
            var began = System.nanoTime();
            var id = send("/api/executions", "{\"strategy\": \"overhead\"}")
                    .get("id")
                    .asLong();
            while (!get("/api/executions/" + id).get("status").asText().equals("completed")) {
                Thread.sleep(POLL_MS);
            }
            var wall = (System.nanoTime() - began) / MS;
            if (counts) {
                count(id, wall, (waitedNanos.get() - waitedBefore) / MS);
            }
        }
    }

    private void count(long id, double wall, double wait) throws IOException, InterruptedException {
        walls.add(wall);
        waits.add(wait);
        overheads.add(wall - wait);
        var inStages = 0.0;
        for (var step : get("/api/executions/" + id + "/steps").get("items")) {
            var duration = step.get("duration_ms").asDouble();
            inStages += duration;
            stages.computeIfAbsent(step.get("step_name").asText(), name -> new ArrayList<>())
                    .add(duration);
        }
        orchestrations.add(wall - inStages);
    }

    private void print() {
        print("wall, POST to seen completed", walls);
        print("the model's latency", waits);
        print("overhead: wall less the model's latency", overheads);
        print("wall less all stages", orchestrations);
        stages.forEach((name, durations) -> print("stage " + name, durations));
    }

    private static void print(String what, List<Double> values) {
        var sorted = values.stream().sorted().toList();
        System.out.printf(
                Locale.ROOT,
                "%-42s sum %9.1f ms  p50 %7.1f  p95 %7.1f  p99 %7.1f  max %7.1f%n",
                what,
                values.stream().mapToDouble(Double::doubleValue).sum(),
                percentile(sorted, 50),
                percentile(sorted, 95),
                percentile(sorted, 99),
                percentile(sorted, 100));
    }

    /** By nearest rank. */
    private static double percentile(List<Double> sorted, int percent) {
        return sorted.get(Math.max(0, Math.ceilDiv(percent * sorted.size(), 100) - 1));
    }

    private JsonNode get(String path) throws IOException, InterruptedException {
        return answer(HttpRequest.newBuilder(URI.create(service + path)).build());
    }

    private JsonNode send(String path, String body) throws IOException, InterruptedException {
        return answer(HttpRequest.newBuilder(URI.create(service + path))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build());
    }

    private JsonNode answer(HttpRequest request) throws IOException, InterruptedException {
        var response = client.send(request, BodyHandlers.ofString());
        if (response.statusCode() >= 300) {
            throw new IOException(request.method() + " " + request.uri() + " answered " + response.statusCode() + ": "
                    + response.body());
        }
        return JSON.readTree(response.body());
    }
}
