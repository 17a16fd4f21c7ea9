package io.candletrace.analysis.openai;

import static io.candletrace.testing.FakeAnswers.answers;
import static io.candletrace.testing.FakeAnswers.fails;
import static io.candletrace.testing.FakeAnswers.isSilent;
import static io.candletrace.testing.FakeAnswers.says;
import static io.candletrace.testing.FakeAnswers.saysInTier;
import static org.assertj.core.api.Assertions.assertThat;

import io.candletrace.analysis.AnalysisStatus;
import io.candletrace.analysis.BudgetLimit;
import io.candletrace.analysis.CallGate;
import io.candletrace.analysis.Usage;
import io.candletrace.failure.FailureReason;
import io.candletrace.lineage.ModelPriceId;
import io.candletrace.testing.FakeOpenAi;
import io.candletrace.testing.SampleAnswers;
import io.vertx.core.Vertx;
import java.math.BigDecimal;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class MeteredCallTest {
    private static final String BUY = SampleAnswers.buy("SPY");

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
    void countsTokensInDisjointBuckets() {
        endpoint.script(says(BUY));

        model.analyse();

        assertThat(model.log().spending().usage()).isEqualTo(new Usage(600, 400, 0, 150, 100));
        assertThat(model.gate().spent()).isEqualTo(1_250);
    }

    @Test
    void asksNothing_whenTheBudgetIsSpent() {
        model.with("daily-tokens", "22000");
        model.analyse();

        model.failsWith(FailureReason.BUDGET_EXCEEDED, "1250 of 22000");
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

        model.failsWith(FailureReason.MODEL_UNAVAILABLE, "no complete answer");
        assertThat(model.log().spending().usd()).isEmpty();
    }

    @Test
    void costsNothing_whenTheEndpointRefuses() {
        endpoint.script(fails(400));

        model.failsWith(FailureReason.MODEL_REFUSED_REQUEST, "HTTP 400");
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
}
