package io.candletrace.analysis.openai;

import static io.candletrace.testing.FakeAnswers.answers;
import static io.candletrace.testing.FakeAnswers.breaksOff;
import static io.candletrace.testing.FakeAnswers.drips;
import static io.candletrace.testing.FakeAnswers.fails;
import static io.candletrace.testing.FakeAnswers.isHuge;
import static io.candletrace.testing.FakeAnswers.isSilent;
import static io.candletrace.testing.FakeAnswers.refuses;
import static io.candletrace.testing.FakeAnswers.says;
import static io.candletrace.testing.FakeAnswers.saysInTier;
import static io.candletrace.testing.FakeAnswers.stops;
import static io.candletrace.testing.FakeAnswers.tellsToWait;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.candletrace.analysis.Analysis;
import io.candletrace.analysis.AnalysisStatus;
import io.candletrace.analysis.BudgetLimit;
import io.candletrace.analysis.CallGate;
import io.candletrace.analysis.ModelCall;
import io.candletrace.analysis.Recommendation;
import io.candletrace.analysis.Usage;
import io.candletrace.failure.FailureReason;
import io.candletrace.failure.ServiceException;
import io.candletrace.lineage.ModelPriceId;
import io.candletrace.testing.FakeOpenAi;
import io.candletrace.testing.SampleAnswers;
import io.candletrace.testing.SampleQuestions;
import io.vertx.core.Vertx;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
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
import org.junit.jupiter.params.provider.ValueSource;

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
    void countsTokensInDisjointBuckets() {
        endpoint.script(says(BUY));

        model.analyse();

        assertThat(model.log().spending().usage()).isEqualTo(new Usage(600, 400, 0, 150, 100));
        assertThat(model.gate().spent()).isEqualTo(1_250);
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

    @ParameterizedTest
    @ValueSource(ints = {408, 429, 500, 503})
    void asksAgain_after(int status) {
        endpoint.script(fails(status), says(BUY));

        assertThat(model.analyse().status()).isEqualTo(AnalysisStatus.COMPLETED);
        assertThat(model.log().calls())
                .extracting(call -> call.httpStatus().orElse(0))
                .containsExactly(status, 200);
    }

    @Test
    void asksAgain_afterALostConnection() {
        endpoint.script(breaksOff(), says(BUY));

        assertThat(model.analyse().status()).isEqualTo(AnalysisStatus.COMPLETED);
        assertThat(model.log().calls().getFirst().error()).isPresent();
    }

    @Test
    void comesBackWhenItIsToldTo() {
        endpoint.script(tellsToWait("1"), says(BUY));

        model.analyse();

        var calls = model.log().calls();
        assertThat(Duration.between(calls.get(0).endedAt(), calls.get(1).sentAt()))
                .isGreaterThanOrEqualTo(Duration.ofMillis(950));
    }

    @Test
    void givesUp_whenItIsToldToComeBackAfterTheDeadline() {
        var tomorrow = ZonedDateTime.now(ZoneOffset.UTC).plusDays(1);
        endpoint.script(tellsToWait(DateTimeFormatter.RFC_1123_DATE_TIME.format(tomorrow)));

        assertFails(FailureReason.MODEL_UNAVAILABLE, "HTTP 429");
        assertThat(endpoint.asked()).hasSize(1);
    }

    @Test
    void givesUp_afterItsRetries() {
        endpoint.script(fails(500), fails(500), fails(500), says(BUY));

        assertFails(FailureReason.MODEL_UNAVAILABLE, "3 calls, the last: HTTP 500");
        assertThat(model.log().calls()).hasSize(3);
        assertThat(model.gate().spent()).isZero();
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 403, 404, 302})
    void givesUpAtOnce_whenTheEndpointRefuses(int status) {
        endpoint.script(fails(status));

        assertFails(FailureReason.MODEL_REFUSED_REQUEST, "HTTP " + status);
        assertThat(model.log().calls()).hasSize(1);
    }

    @Test
    void neverTellsTheKey() {
        model.with("api-key", "sk-wrong-987");

        var failure = assertFails(FailureReason.MODEL_REFUSED_REQUEST, "HTTP 401");

        assertThat(failure).hasStackTraceContaining("HTTP 401");
        assertThat(failure.toString() + model.log().calls() + model.config()).doesNotContain("sk-wrong-987");
    }

    @ParameterizedTest
    @MethodSource("slow")
    void stopsAtTheDeadline(FakeOpenAi.Line line) {
        model.with("timeout", "1s");
        endpoint.script(line);

        assertFails(FailureReason.MODEL_UNAVAILABLE, "no complete answer");
        var call = model.log().calls().getFirst();
        assertThat(call.error()).isPresent();
        assertThat(Duration.between(call.sentAt(), call.endedAt()))
                .isBetween(Duration.ofMillis(900), Duration.ofSeconds(5));
        assertThat(model.gate().spent()).as("a pessimistic estimate").isGreaterThan(4_096);
    }

    static Stream<Arguments> slow() {
        return Stream.of(Arguments.argumentSet("silent", isSilent()), Arguments.argumentSet("dripping", drips()));
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
    void keepsTheCall_whenTheConnectionIsRefused() {
        endpoint.close();

        assertFails(FailureReason.MODEL_UNAVAILABLE, "connection failed");
        assertThat(model.log().calls())
                .hasSize(3)
                .allSatisfy(call -> assertThat(call.httpStatus()).isEmpty());
        assertThat(model.gate().spent()).isZero();
    }

    @Test
    void asksNothing_whenTheBudgetIsSpent() {
        model.with("daily-tokens", "22000");
        model.analyse();

        assertFails(FailureReason.BUDGET_EXCEEDED, "1250 of 22000");
        assertThat(endpoint.asked()).hasSize(1);
    }

    @Test
    void costsWhatTheTokensCost() {
        model.priced("default").analyse();

        // 600 at 2, 400 cached at 0.5, 150 and 100 hidden at 10 US dollars a million.
        var spending = model.log().calls().getFirst().spending();
        assertThat(spending.usd()).contains(new BigDecimal("0.003900000000"));
        assertThat(spending.price()).contains(new ModelPriceId(1));
        assertThat(model.gate().usd()).isEqualByComparingTo("0.0039");
    }

    @Test
    void costsByTheTierThatAnswered_notByTheOneAskedFor() {
        endpoint.script(saysInTier("priority", BUY));

        model.with("service-tier", "flex").priced("flex", "priority").analyse();

        assertThat(endpoint.asked().getFirst().body().path("service_tier").asText())
                .isEqualTo("flex");
        assertThat(model.log().spending().usd()).contains(new BigDecimal("0.007800000000"));
        assertThat(model.log().calls().getFirst().serviceTier()).contains("priority");
    }

    @Test
    void costsNobodyKnowsWhat_whenTheTierHasNoPrice() {
        endpoint.script(saysInTier("scale", BUY));

        model.priced("default").analyse();

        assertThat(model.log().spending().usd()).isEmpty();
        assertThat(model.log().spending().usage().total()).isEqualTo(1_250);
    }

    @Test
    void costsNobodyKnowsWhat_whenTheVendorCountsBeyondBelief() {
        var usage = "\"usage\": {\"prompt_tokens\": 1000000000, \"completion_tokens\": 1000000000}";
        var message = "{\"choices\": [{\"message\": {\"content\": \"\"}}], " + usage + "}";
        endpoint.script(answers(200, "application/json", message));

        model.priced("default").analyse();

        assertThat(model.log().spending().usd()).isEmpty();
        assertThat(model.log().spending().usage().total()).isEqualTo(2_000_000_000L);
    }

    @Test
    void costsByTheDefaultTier_whenTheVendorChooses() {
        model.with("service-tier", "auto").priced("default").analyse();

        assertThat(model.log().spending().usd()).contains(new BigDecimal("0.003900000000"));
    }

    @Test
    void costsNobodyKnowsWhat_whenTheAnswerWasLost() {
        model.with("timeout", "1s").priced("default");
        endpoint.script(isSilent());

        assertFails(FailureReason.MODEL_UNAVAILABLE, "no complete answer");
        assertThat(model.log().spending().usd()).isEmpty();
    }

    @Test
    void costsNothing_whenTheEndpointRefuses() {
        endpoint.script(fails(400));

        assertFails(FailureReason.MODEL_REFUSED_REQUEST, "HTTP 400");
        assertThat(model.log().spending().usd()).contains(BigDecimal.ZERO);
    }

    @Test
    void setsTheWorstCaseAside_withTheLimitsOfEverybody() {
        model.with("max-output-tokens", "900").with("image-tokens", "2000").with("requests-per-minute", "60");

        model.priced("default").analyse();

        var plan = model.gate().plans().getFirst();
        assertThat(plan.worst().output()).isEqualTo(900);
        assertThat(plan.worst().input()).isGreaterThan(2_000);
        assertThat(plan.worst().usd()).hasValueSatisfying(usd -> assertThat(usd).isGreaterThan(new BigDecimal("0.01")));
        assertThat(plan.limits()).extracting(BudgetLimit::scope).containsExactly(BudgetLimit.Scope.MODEL);
        assertThat(plan.pace().requests()).contains(60);
    }

    @Test
    void waitsForItsTurn_andTheWaitIsNotPartOfTheCall() {
        model.with("timeout", "1s").analyse();
        model.gate().script(new CallGate.Turn.Full(), new CallGate.Turn.Granted(9, Duration.ofMillis(1_200)));

        var analysis = model.analyse();

        assertThat(analysis.status()).isEqualTo(AnalysisStatus.COMPLETED);
        assertThat(analysis.latency()).isLessThan(Duration.ofSeconds(1));
        assertThat(model.gate().plans()).hasSize(3);
    }

    @Test
    void stopsRetrying_whenTheEndpointHadItsShareOfRetries() {
        model.with("retries", "10").with("retry-share", "0").with("timeout", "60s");
        endpoint.script(Stream.generate(() -> tellsToWait("0")).limit(12).toArray(FakeOpenAi.Line[]::new));

        assertFails(FailureReason.MODEL_UNAVAILABLE, "11 calls");
        assertFails(FailureReason.MODEL_UNAVAILABLE, "1 call:");
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

    private ServiceException assertFails(FailureReason reason, String detail) {
        var failure = catchThrowableOfType(ServiceException.class, model::analyse);
        assertThat(failure.reason()).isEqualTo(reason);
        assertThat(failure.detail()).contains(detail);
        return failure;
    }
}
