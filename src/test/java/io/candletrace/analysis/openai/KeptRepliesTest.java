package io.candletrace.analysis.openai;

import static io.candletrace.testing.FakeAnswers.fails;
import static io.candletrace.testing.FakeAnswers.isHuge;
import static io.candletrace.testing.FakeAnswers.says;
import static org.assertj.core.api.Assertions.assertThat;

import io.candletrace.analysis.AnalysisStatus;
import io.candletrace.failure.FailureReason;
import io.candletrace.testing.FakeOpenAi;
import io.candletrace.testing.SampleAnswers;
import io.vertx.core.Vertx;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A later attempt and what an earlier one was answered, before its process went away. */
class KeptRepliesTest {
    private static final String BUY = SampleAnswers.buy("SPY");
    private static final String WRONG = BUY.replace("\"BUY\"", "\"do not buy\"");

    private static final Vertx VERTX = Vertx.vertx();

    private final FakeOpenAi endpoint = FakeOpenAi.start();
    private final AskedModel model = new AskedModel(VERTX, endpoint.baseUrl());

    @AfterAll
    static void stopVertx() {
        VERTX.close().toCompletionStage().toCompletableFuture().join();
    }

    @AfterEach
    void close() {
        model.close();
        endpoint.close();
    }

    @Test
    void readsTheKeptAnswer_andAsksNobody() {
        endpoint.script(says(BUY));
        var undisturbed = model.analyse();

        var resumed = model.analyse(2);

        assertThat(endpoint.asked()).hasSize(1);
        assertThat(resumed)
                .usingRecursiveComparison()
                .ignoringFields("question")
                .isEqualTo(undisturbed);
        assertThat(model.gate().spent()).as("paid once").isEqualTo(1_250);
    }

    @Test
    void asksAgain_whenNoAnswerWasKept() {
        endpoint.script(fails(503), says(BUY));
        model.with("retries", "0").failsWith(FailureReason.MODEL_UNAVAILABLE, "HTTP 503");

        assertThat(model.analyse(2).status()).isEqualTo(AnalysisStatus.COMPLETED);
        assertThat(endpoint.asked()).hasSize(2);
    }

    @Test
    void asksForTheRepairOnly_whenTheKeptAnswerIsInvalid() {
        endpoint.script(says(WRONG), fails(503), says(BUY));
        model.with("retries", "0").analyse();

        var resumed = model.analyse(2);

        assertThat(resumed.status()).isEqualTo(AnalysisStatus.COMPLETED);
        assertThat(model.log().calls())
                .extracting(call -> call.question().attempt() + " " + call.purpose())
                .containsExactly("1 analyse", "1 repair", "2 repair");
    }

    @Test
    void readsTheKeptRepairToo() {
        endpoint.script(says(WRONG), says(BUY));
        var undisturbed = model.analyse();

        var resumed = model.analyse(2);

        assertThat(endpoint.asked()).hasSize(2);
        assertThat(resumed.verdict()).isEqualTo(undisturbed.verdict());
        assertThat(resumed.latency()).isEqualTo(undisturbed.latency());
    }

    @Test
    void concludesFromAnAnswerThatWasCut_asItWasConcluded() {
        endpoint.script(isHuge(1024 * 1024));
        var undisturbed = model.analyse();

        var resumed = model.analyse(2);

        assertThat(resumed.status()).isEqualTo(AnalysisStatus.INVALID);
        assertThat(resumed.error()).isEqualTo(undisturbed.error());
        assertThat(endpoint.asked()).hasSize(1);
    }

    @Test
    void asksAgain_whenTheModelIsConfiguredOtherwiseNow() {
        endpoint.script(says(BUY), says(BUY));
        model.analyse();

        model.with("temperature", "0.5").analyse(2);

        assertThat(endpoint.asked()).hasSize(2);
    }
}
