package io.candletrace.analysis.openai;

import static org.assertj.core.api.Assertions.assertThat;

import io.candletrace.analysis.KeptAnswers.KeptAnswer;
import io.candletrace.analysis.ModelCall;
import io.candletrace.analysis.Usage;
import io.candletrace.testing.AnswerCorpus;
import io.candletrace.testing.FakeOpenAi;
import io.vertx.core.Vertx;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class KeptChatAnswersTest {
    private static Vertx vertx;

    @BeforeAll
    static void startVertx() {
        vertx = Vertx.vertx();
    }

    @AfterAll
    static void stopVertx() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    static List<AnswerCorpus.Case> corpus() {
        return AnswerCorpus.all();
    }

    @ParameterizedTest
    @MethodSource("corpus")
    void readsAnAnswer_asItWasReadWhenItCame(AnswerCorpus.Case answer) {
        try (var endpoint = FakeOpenAi.start().script(answer.line(), answer.line());
                var model = new AskedModel(vertx, endpoint.baseUrl())) {
            // Given
            var analysis = model.analyse();
            var call = model.log().calls().getLast();

            // When
            var read = new KeptChatAnswers().read(analysis.question(), kept(call));

            // Then
            assertThat(read.analysis()).isEqualTo(analysis);
            assertThat(read.usage().orElse(Usage.NONE))
                    .isEqualTo(call.spending().usage());
            assertThat(read.usageJson()).isEqualTo(call.usage());
            assertThat(read.finishReason()).isEqualTo(call.finishReason());
            assertThat(read.responseId()).isEqualTo(call.responseId());
        }
    }

    private static KeptAnswer kept(ModelCall call) {
        return new KeptAnswer(call.responseBody(), call.responseLength(), call.sentAt(), call.endedAt());
    }
}
