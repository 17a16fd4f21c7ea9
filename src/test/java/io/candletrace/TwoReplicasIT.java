package io.candletrace;

import static org.assertj.core.api.Assertions.assertThat;

import io.candletrace.testing.Evidence;
import io.candletrace.testing.FakeAnswers;
import io.candletrace.testing.FakeOpenAi;
import io.candletrace.testing.PackagedService;
import io.candletrace.testing.PostgresResource;
import io.candletrace.testing.S3Server;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Two processes of the packaged service on one database, one store and one model. */
class TwoReplicasIT {
    private static final int SYMBOLS = 24;
    private static final int CONCURRENCY = 3;
    private static final int TOKENS_A_CALL = 1_250;
    private static final int LIMIT = 20_000;

    private final AtomicInteger underWay = new AtomicInteger();
    private final AtomicInteger mostUnderWay = new AtomicInteger();

    @Test
    void neverOverspendOneBudget_norAskAModelMoreOftenAtOnceThanItMayBe() throws IOException {
        // A database of their own: services of other tests share theirs, and would take these tasks.
        try (var database = EmbeddedPostgres.start();
                var store = S3Server.start();
                var endpoint = FakeOpenAi.playing(() -> this::slowly)) {
            var configuration = configuration(database, store, endpoint);
            try (var _ = PackagedService.start(configuration);
                    var _ = PackagedService.start(configuration)) {
                assertEverythingWithinLimits(run());
            }
        }
    }

    private void assertEverythingWithinLimits(Evidence run) {
        var analyses = run.all("llm-analyses");
        var answered = analyses.stream()
                .filter(analysis -> analysis.get("status").equals("completed"))
                .count();
        assertThat(analyses).hasSize(SYMBOLS);
        assertThat(answered).isBetween(1L, (long) LIMIT / TOKENS_A_CALL);
        assertThat(analyses)
                .filteredOn(analysis -> analysis.get("status").equals("failed"))
                .hasSize((int) (SYMBOLS - answered))
                .allSatisfy(analysis ->
                        assertThat((String) analysis.get("error_message")).startsWith("BUDGET_EXCEEDED"));
        assertThat(run.all("signals")).hasSize((int) answered);
        var budget = Evidence.get("/api/budgets?execution_id=" + run.id());
        assertThat(budget.getLong("items[0].spent_tokens")).isEqualTo(answered * TOKENS_A_CALL);
        assertThat(budget.getLong("items[0].reserved_tokens")).isZero();
        assertThat(mostUnderWay).hasValueBetween(2, CONCURRENCY);
    }

    private static Evidence run() {
        return Evidence.ofRun(Map.of(
                "name", "shared",
                "symbols", IntStream.range(0, SYMBOLS).mapToObj(i -> "S" + i).toList(),
                "timeframes", List.of("1d"),
                "models", List.of("shared"),
                "budget", Map.of("execution_tokens", LIMIT)));
    }

    private void slowly(FakeOpenAi.Asked asked, FakeOpenAi.Stage stage) throws IOException {
        mostUnderWay.accumulateAndGet(underWay.incrementAndGet(), Math::max);
        stage.waitFor(300);
        underWay.decrementAndGet();
        FakeAnswers.wellFormed().play(asked, stage);
    }

    private static Map<String, String> configuration(EmbeddedPostgres database, S3Server store, FakeOpenAi endpoint) {
        var configuration = new HashMap<>(PostgresResource.configuration(database));
        configuration.putAll(store.configuration("trading-charts"));
        configuration.put("candletrace.feed.source", "synthetic");
        configuration.put("candletrace.launch.demo", "false");
        // So few that one replica alone cannot take all tasks at once.
        configuration.put("candletrace.queue.in-flight", "4");
        var model = "candletrace.analysis.models.shared.";
        configuration.put(model + "base-url", endpoint.baseUrl().toString());
        configuration.put(model + "api-key", FakeOpenAi.KEY);
        configuration.put(model + "model", "shared-model");
        configuration.put(model + "concurrency", Integer.toString(CONCURRENCY));
        configuration.put(model + "image-tokens", "100");
        configuration.put(model + "max-output-tokens", "300");
        return configuration;
    }
}
