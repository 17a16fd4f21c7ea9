package io.candletrace.execution;

import static org.assertj.core.api.Assertions.assertThat;

import io.candletrace.testing.Database;
import io.candletrace.testing.Evidence;
import io.candletrace.testing.FuzzedOpenAiResource;
import io.candletrace.testing.PostgresResource;
import io.candletrace.testing.Replaying;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(PostgresResource.class)
@WithTestResource(FuzzedOpenAiResource.class)
class FuzzedAnswersTest {
    private static final int SYMBOLS = Integer.getInteger("fuzz.symbols", 3);
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final long MEGABYTE = 1024 * 1024;

    @Inject
    Database database;

    /** Twice as many answers, so that what the first leave behind can be seen; a thousand in all with {@code -Dfuzz.symbols=10}. */
    @Test
    void damagedAnswers_giveNoSignal_areAllKept_andLeaveTheHeapFlat() {
        run("warm-up", 1);
        var before = liveHeap();

        var first = run("fuzzed-a", SYMBOLS);
        var second = run("fuzzed-b", SYMBOLS);

        assertThat(List.of(first, second)).allSatisfy(this::assertKeptWithoutASignal);
        assertThat(liveHeap() - before).as("heap, bytes").isLessThan(24 * MEGABYTE);
    }

    @Test
    void damagedAnswers_areReadAgainAsTheyWere() {
        var run = run("fuzzed-verified", 1);

        var verified = Replaying.post("/api/executions/" + run.id() + "/replay", Map.of("kind", "verify"), 200);

        assertThat(verified.getInt("summary.identical")).isEqualTo(2 * FuzzedOpenAiResource.MODELS);
        assertThat(verified.getInt("summary.tampered")).isZero();
    }

    private void assertKeptWithoutASignal(Evidence run) {
        assertThat(run.all("signals")).isEmpty();
        assertThat(count("llm_analyses where execution_id = ?", run.id()))
                .isEqualTo(SYMBOLS * 2L * FuzzedOpenAiResource.MODELS);
        assertThat(count(
                        "llm_analyses where execution_id = ? and status in ('invalid', 'refused', 'truncated')"
                                + " and verdict is null and error_message is not null",
                        run.id()))
                .isEqualTo(SYMBOLS * 2L * FuzzedOpenAiResource.MODELS);
        assertThat(count(
                        "llm_analyses a where execution_id = ? and not exists (select 1 from llm_calls c"
                                + " where c.chart_id = a.chart_id and c.model_config = a.model_config"
                                + " and c.response_body is not null)",
                        run.id()))
                .isZero();
        assertThat(run.execution().getString("status")).isEqualTo("failed");
        assertThat(run.execution().getString("error")).startsWith("ANSWER_UNUSABLE");
    }

    private long count(String rows, long execution) {
        return Long.parseLong(database.value("select count(*) from " + rows, execution));
    }

    private static Evidence run(String name, int symbols) {
        return Evidence.ofRun(
                Map.of(
                        "name", name,
                        "symbols",
                                IntStream.range(0, symbols)
                                        .mapToObj(i -> "FUZZ" + i)
                                        .toList(),
                        "models",
                                IntStream.range(0, FuzzedOpenAiResource.MODELS)
                                        .mapToObj(i -> "fuzz-" + i)
                                        .toList()),
                PATIENCE);
    }

    private static long liveHeap() {
        var memory = ManagementFactory.getMemoryMXBean();
        memory.gc();
        memory.gc();
        return memory.getHeapMemoryUsage().getUsed();
    }
}
