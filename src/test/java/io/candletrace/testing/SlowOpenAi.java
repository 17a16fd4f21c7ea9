package io.candletrace.testing;

/** The fake endpoint as a process of its own, for benchmarks: every answer is well-formed and takes its time. */
final class SlowOpenAi {
    private SlowOpenAi() {}

    /** Prints its base URL and its key, one a line, and answers until it is ended. */
    public static void main(String[] latencyMs) throws InterruptedException {
        var latency = Long.parseLong(latencyMs[0]);
        try (var endpoint = FakeOpenAi.playing(() -> (asked, stage) -> {
            stage.waitFor(latency);
            FakeAnswers.wellFormed().play(asked, stage);
        })) {
            System.out.println(endpoint.baseUrl());
            System.out.println(FakeOpenAi.KEY);
            Thread.currentThread().join();
        }
    }
}
