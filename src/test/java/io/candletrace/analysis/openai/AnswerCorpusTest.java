package io.candletrace.analysis.openai;

import static org.assertj.core.api.Assertions.assertThat;

import io.candletrace.analysis.AnalysisStatus;
import io.candletrace.analysis.ModelCall;
import io.candletrace.testing.AnswerCorpus;
import io.candletrace.testing.FakeAnswers;
import io.candletrace.testing.FakeOpenAi;
import io.candletrace.testing.SampleAnswers;
import io.vertx.core.Vertx;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every answer of the corpus, sent by an endpoint and read by the real analyst. */
class AnswerCorpusTest {
    private static Vertx vertx;

    private FakeOpenAi endpoint;
    private AskedModel model;

    @BeforeAll
    static void startVertx() {
        vertx = Vertx.vertx();
    }

    @AfterAll
    static void stopVertx() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @BeforeEach
    void start() {
        endpoint = FakeOpenAi.start();
        model = new AskedModel(vertx, endpoint.baseUrl());
    }

    @AfterEach
    void stop() {
        model.close();
        endpoint.close();
    }

    static List<AnswerCorpus.Case> corpus() {
        return AnswerCorpus.all();
    }

    @Test
    void isLargeAndNamesEverythingOnce() {
        assertThat(corpus())
                .hasSizeGreaterThanOrEqualTo(60)
                .extracting(AnswerCorpus.Case::name)
                .doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("corpus")
    void comesToWhatItHasTo(AnswerCorpus.Case answer) {
        endpoint.script(answer.line(), answer.line());

        var analysis = model.analyse();

        assertThat(analysis.status()).isEqualTo(answer.status());
        assertThat(analysis.verdict().isPresent()).isEqualTo(answer.status() == AnalysisStatus.COMPLETED);
        assertThat(analysis.error().isPresent()).isEqualTo(answer.status() != AnalysisStatus.COMPLETED);
        assertThat(endpoint.asked()).as("one question and at most one repair").hasSizeBetween(1, 2);
        assertThat(model.log().calls())
                .hasSameSizeAs(endpoint.asked())
                .allSatisfy(call -> assertThat(call.responseLength()).isEqualTo(lengthSent(call)));
    }

    @ParameterizedTest
    @MethodSource("corpus")
    void isHelpedByARepair_orByNothing(AnswerCorpus.Case answer) {
        endpoint.script(answer.line(), FakeAnswers.says(SampleAnswers.buy("SPY")));

        var analysis = model.analyse();

        assertThat(analysis.status()).isIn(answer.status(), AnalysisStatus.COMPLETED);
        if (analysis.status() != answer.status()) {
            assertThat(model.log().calls()).extracting(ModelCall::purpose).containsExactly("analyse", "repair");
            assertThat(answer.status()).isEqualTo(AnalysisStatus.INVALID);
        }
    }

    private static long lengthSent(ModelCall call) {
        return call.responseBody()
                .map(body -> (long) body.bytes().length)
                .filter(kept -> kept < 256 * 1024)
                .orElse(call.responseLength());
    }
}
