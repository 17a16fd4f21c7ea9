package io.candletrace.analysis.openai;

import static io.candletrace.testing.FakeAnswers.answers;
import static io.candletrace.testing.FakeAnswers.fails;
import static io.candletrace.testing.FakeAnswers.isHuge;
import static io.candletrace.testing.FakeAnswers.refuses;
import static io.candletrace.testing.FakeAnswers.says;
import static io.candletrace.testing.FakeAnswers.stops;
import static org.assertj.core.api.Assertions.assertThat;

import io.candletrace.analysis.Analysis;
import io.candletrace.analysis.AnalysisStatus;
import io.candletrace.analysis.ModelCall;
import io.candletrace.analysis.Recommendation;
import io.candletrace.failure.FailureReason;
import io.candletrace.testing.FakeOpenAi;
import io.candletrace.testing.SampleAnswers;
import io.candletrace.testing.SampleQuestions;
import io.vertx.core.Vertx;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class OpenAiAnalystTest {
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
    void givesAVerdict() {
        endpoint.script(says(BUY));

        var analysis = model.analyse();

        assertThat(analysis.status()).isEqualTo(AnalysisStatus.COMPLETED);
        assertThat(analysis.verdict())
                .hasValueSatisfying(
                        verdict -> assertThat(verdict.recommendation()).isEqualTo(Recommendation.BUY));
        assertThat(analysis.responseText()).isEqualTo(BUY);
        assertThat(analysis.responseModel()).contains("fake-2025-01-01");
        assertThat(analysis.latency()).isPositive();
    }

    @Test
    void understandsAVerdictMadeFromThePrompt() {
        assertThat(model.analyse().status()).isEqualTo(AnalysisStatus.COMPLETED);
    }

    @Test
    void sendsThePictureAndWhatIsConfigured_andNothingElse() {
        model.analyse();

        var request = endpoint.asked().getFirst();
        assertThat(request.body().fieldNames())
                .toIterable()
                .containsExactlyInAnyOrder("model", "messages", "response_format");
        assertThat(request.picture())
                .hasValueSatisfying(bytes -> assertThat(bytes).isEqualTo(SampleQuestions.jpeg()));
        assertThat(request.body().at("/messages/1/content/1/image_url/detail").asText())
                .isEqualTo("high");
        var schema = request.body().at("/response_format/json_schema");
        assertThat(schema.path("strict").asBoolean()).isTrue();
        assertThat(schema.at("/schema/required")).hasSameSizeAs(schema.at("/schema/properties"));
    }

    @Test
    void sendsEveryParameterThatIsConfigured() {
        model.with("temperature", "0").with("seed", "7").with("reasoning-effort", "low");
        model.with("max-output-tokens", "900").with("max-output-tokens-parameter", "max_tokens");

        model.analyse();

        var body = endpoint.asked().getFirst().body();
        assertThat(body.path("temperature").asDouble(-1)).isZero();
        assertThat(body.path("seed").asInt()).isEqualTo(7);
        assertThat(body.path("reasoning_effort").asText()).isEqualTo("low");
        assertThat(body.path("max_tokens").asInt()).isEqualTo(900);
        assertThat(body.has("max_completion_tokens")).isFalse();
    }

    @Test
    void putsTheSchemaIntoThePrompt_whenTheEndpointTakesNone() {
        model.with("response-format", "none").with("vision", "false");

        model.analyse();

        var request = endpoint.asked().getFirst();
        assertThat(request.body().has("response_format")).isFalse();
        assertThat(request.system()).contains("\"additionalProperties\":false");
        assertThat(request.picture()).isEmpty();
    }

    @Test
    void keepsTheCall_withThePictureReplacedByItsHashAndWithoutTheKey() {
        endpoint.script(says(BUY));

        var question = model.analyse().question();

        var call = model.log().calls().getFirst();
        var sha256 = question.chart().value().chart().jpeg().sha256();
        assertThat(call.request()).contains("sha256:" + sha256).doesNotContain("base64", FakeOpenAi.KEY);
        assertThat(call.responseBody())
                .hasValueSatisfying(body -> assertThat(body.bytes()).hasSize((int) call.responseLength()));
        assertThat(call.purpose()).isEqualTo("analyse");
        assertThat(call.finishReason()).contains("stop");
        assertThat(call.usage()).hasValueSatisfying(usage -> assertThat(usage).contains("\"prompt_tokens\":1000"));
    }

    @ParameterizedTest
    @MethodSource("unusable")
    void saysWhyThereIsNoVerdict(FakeOpenAi.Line line, AnalysisStatus status, String why) {
        endpoint.script(line);

        var analysis = model.analyse();

        assertThat(analysis.status()).isEqualTo(status);
        assertThat(analysis.error())
                .hasValueSatisfying(error -> assertThat(error).contains(why));
        assertThat(model.log().calls()).hasSize(1);
    }

    static Stream<Arguments> unusable() {
        var empty = "{\"choices\": []}";
        return Stream.of(
                Arguments.argumentSet("refusal field", refuses(), AnalysisStatus.REFUSED, "can't help"),
                Arguments.argumentSet("polite", says("I'm sorry, I can't."), AnalysisStatus.REFUSED, "sorry"),
                Arguments.argumentSet("filter", stops("content_filter", ""), AnalysisStatus.REFUSED, "filter"),
                Arguments.argumentSet("empty at length", stops("length", ""), AnalysisStatus.TRUNCATED, "length"),
                Arguments.argumentSet(
                        "cut at length", stops("length", BUY.substring(0, 90)), AnalysisStatus.TRUNCATED, "middle"),
                Arguments.argumentSet("cut", says(BUY.substring(0, 90)), AnalysisStatus.TRUNCATED, "middle"),
                Arguments.argumentSet("HTML", answers(200, "text/html", "<html>"), AnalysisStatus.INVALID, "6 bytes"),
                Arguments.argumentSet(
                        "no choice", answers(200, "application/json", empty), AnalysisStatus.INVALID, "bytes"),
                Arguments.argumentSet(
                        "no body", answers(200, "application/json", ""), AnalysisStatus.INVALID, "0 bytes"));
    }

    @Test
    void repairsAnInvalidAnswerOnce() {
        endpoint.script(says(WRONG), says(BUY));

        var analysis = model.analyse();

        assertThat(analysis.status()).isEqualTo(AnalysisStatus.COMPLETED);
        assertThat(model.log().spending().usage().total()).isEqualTo(2_500);
        assertThat(model.log().calls()).extracting(ModelCall::purpose).containsExactly("analyse", "repair");
        assertThat(model.log().calls()).extracting(ModelCall::callNo).containsExactly(1, 2);
        var complaint = endpoint.asked().get(1).body().at("/messages/3/content").asText();
        assertThat(complaint).contains("recommendation: expected one of [BUY, HOLD, SELL]", "do not buy");
    }

    @Test
    void callsAnAnswerInvalid_whenItsRepairIsInvalidToo() {
        endpoint.script(says(WRONG), says(WRONG), says(BUY));

        assertThat(model.analyse().status()).isEqualTo(AnalysisStatus.INVALID);
        assertThat(endpoint.asked()).hasSize(2);
    }

    @Test
    void keepsTheInvalidAnswer_whenTheRepairIsRefused() {
        endpoint.script(says(WRONG), fails(400));

        var analysis = model.analyse();

        assertThat(analysis.status()).isEqualTo(AnalysisStatus.INVALID);
        assertThat(analysis.responseText()).isEqualTo(WRONG);
    }

    @Test
    void neverTellsTheKey() {
        model.with("api-key", "sk-wrong-987");

        var failure = model.failsWith(FailureReason.MODEL_REFUSED_REQUEST, "HTTP 401");

        assertThat(failure).hasStackTraceContaining("HTTP 401");
        assertThat(failure.toString() + model.log().calls() + model.config()).doesNotContain("sk-wrong-987");
    }

    @Test
    void keepsTheStartOfAHugeAnswer_andItsLength() {
        endpoint.script(isHuge(50 * 1024 * 1024));

        assertThat(model.analyse().status()).isEqualTo(AnalysisStatus.INVALID);
        var call = model.log().calls().getFirst();
        assertThat(call.responseLength()).isEqualTo(50 * 1024 * 1024);
        assertThat(call.responseBody())
                .hasValueSatisfying(body -> assertThat(body.bytes()).hasSize(256 * 1024));
    }

    @Test
    void answersEverybody_whenMoreAskThanMayAtOnce() {
        // The first to use Mutiny in a class loader sets it up, and two at once trip over each other.
        model.with("concurrency", "2").analyse();

        List<Analysis> analyses;
        try (var askers = Executors.newVirtualThreadPerTaskExecutor()) {
            var asked = IntStream.range(0, 12)
                    .mapToObj(any -> CompletableFuture.supplyAsync(model::analyse, askers))
                    .toList();
            analyses = asked.stream().map(CompletableFuture::join).toList();
        }

        assertThat(analyses).hasSize(12).extracting(Analysis::status).containsOnly(AnalysisStatus.COMPLETED);
    }

    @Test
    void answersOnTheCallersContext() {
        assertThat(model.analyseOnAContext())
                .as("the answer came on the context that asked")
                .isTrue();
    }

    @Test
    void knowsWhetherTheEndpointTakesTheKey() {
        assertThat(model.reachable()).isTrue();
        model.with("api-key", "wrong");
        assertThat(model.reachable()).isFalse();
        endpoint.close();
        assertThat(model.with("api-key", FakeOpenAi.KEY).reachable()).isFalse();
    }
}
