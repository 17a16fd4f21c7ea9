package io.candletrace.benchmark;

import io.candletrace.testing.FakeAnswers;
import io.candletrace.testing.FakeOpenAi;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * What a task takes besides waiting: from the POST until its execution is seen completed, less the time that the model took to
 * answer. Bars are synthetic and objects go to files, so that what feed and store take is part of it; the stages' own times
 * stand beside it.
 */
final class Overhead {
    private static final int POLL_MS = 2;
    private static final int IDLE_MS = 300;
    private static final double MS = 1e6;

    private final Api api;
    private final AtomicLong waitedNanos;
    private final Figures walls = new Figures("wall, POST to seen completed");
    private final Figures waits = new Figures("the model's latency");
    private final Figures overheads = new Figures("overhead: wall less the model's latency");
    private final Figures orchestrations = new Figures("wall less all stages");
    private final Map<String, Figures> stages = new TreeMap<>();

    private Overhead(Api api, AtomicLong waitedNanos) {
        this.api = api;
        this.waitedNanos = waitedNanos;
    }

    /** Arguments: latency of the model in ms, executions that count, executions before those, where the service will be. */
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
            awaitService();
            var overhead = new Overhead(new Api(arguments[3]), waited);
            overhead.create();
            overhead.measure(Integer.parseInt(arguments[2]), false);
            overhead.measure(runs, true);
            overhead.print();
        }
    }

    /** The script closes our input once the service is ready. */
    private static void awaitService() throws IOException {
        System.in.readAllBytes();
    }

    private void create() throws IOException, InterruptedException {
        api.post("/api/strategies", """
                {"name": "overhead", "symbols": ["AAA"], "timeframes": ["1d"], "models": ["slow"], "feeds": ["synthetic"],
                 "indicators": {"RSI": {"period": 14}, "SMA": {"periods": [20, 50]}}}""");
    }

    private void measure(int runs, boolean counts) throws IOException, InterruptedException {
        for (int run = 0; run < runs; run++) {
            Thread.sleep(IDLE_MS);
            var waitedBefore = waitedNanos.get();
            var began = System.nanoTime();
            var id = api.run("overhead");
            while (waitedNanos.get()
                    == waitedBefore) { // asking before the model answered would only keep the service from its work
                Thread.sleep(POLL_MS);
            }
            api.awaitCompleted(id, POLL_MS);
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
        for (var step : api.get("/api/executions/" + id + "/steps").get("items")) {
            var duration = step.get("duration_ms").asDouble();
            inStages += duration;
            stages.computeIfAbsent(step.get("step_name").asText(), name -> new Figures("stage " + name))
                    .add(duration);
        }
        orchestrations.add(wall - inStages);
    }

    private void print() {
        walls.print();
        waits.print();
        overheads.print();
        orchestrations.print();
        stages.values().forEach(Figures::print);
    }
}
