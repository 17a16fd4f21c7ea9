package io.candletrace.evaluation;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.candletrace.analysis.ModelConfig;
import io.candletrace.evaluation.scorecard.Observations;
import io.candletrace.evaluation.scorecard.ScorecardQuery;
import io.candletrace.evaluation.scorecard.ScorecardQuery.Extra;
import io.candletrace.evaluation.scorecard.ScorecardQuery.Subject;
import io.candletrace.testing.Await;
import io.candletrace.testing.PostgresResource;
import io.candletrace.testing.Runs;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What a model may have known when it decided, from an execution as of the evening of 2025-03-05, entered the next day. */
@QuarkusTest
@WithTestResource(PostgresResource.class)
class TrainingCutoffTest {
    private static final String STRATEGY = "trained";
    private static final LocalDate ENTRY = LocalDate.of(2025, 3, 6);

    @Inject
    OutcomeTick outcomes;

    @Inject
    ScorecardSource source;

    @Test
    void isToldByTheDayOfTheEntry() {
        run();
        Await.item(outcomes::resolveAll);

        assertThat(cutoffs(Map.of(ModelConfig.RULES, ENTRY))).containsExactly(Observations.BEFORE_CUTOFF);
        assertThat(cutoffs(Map.of(ModelConfig.RULES, ENTRY.minusDays(1)))).containsExactly(Observations.AFTER_CUTOFF);
        assertThat(cutoffs(Map.of("another", ENTRY))).containsExactly(Observations.UNKNOWN_CUTOFF);
        assertThat(cutoffs(Map.of())).containsExactly(Observations.UNKNOWN_CUTOFF);
    }

    private short[] cutoffs(Map<String, LocalDate> known) {
        var filter = new ScorecardQuery.Filter(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(STRATEGY),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Set.of(Extra.SYNTHETIC));
        var query = new ScorecardQuery(Subject.ANALYSES, 5, List.of(), filter);
        return Await.item(() -> source.groups(query, known))
                .getFirst()
                .observations()
                .cutoff();
    }

    private static void run() {
        given().contentType(ContentType.JSON)
                .body(Map.of(
                        "name", STRATEGY,
                        "symbols", List.of("TRAINED"),
                        "timeframes", List.of("1d"),
                        "models", List.of(ModelConfig.RULES),
                        "feeds", List.of("synthetic"),
                        "indicators", Map.of("RSI", Map.of("period", 14))))
                .post("/api/strategies")
                .then()
                .statusCode(201);
        long execution = given().contentType(ContentType.JSON)
                .body(Map.of("strategy", STRATEGY, "as_of", "2025-03-05T22:00:00Z"))
                .post("/api/executions")
                .then()
                .statusCode(202)
                .extract()
                .jsonPath()
                .getLong("id");
        await().atMost(Duration.ofSeconds(60))
                .until(() -> Runs.json("/api/executions/" + execution).getString("status"), "completed"::equals);
    }
}
