package io.candletrace.api;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.candletrace.testing.Database;
import io.candletrace.testing.PostgresResource;
import io.candletrace.testing.Runs;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@WithTestResource(PostgresResource.class)
class ScheduleResourceTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Inject
    Database database;

    @Inject
    MeterRegistry meters;

    @Test
    void waitsForTheNextFire_fromTheStart() {
        create("planned", "on the close of XNYS + 10 min")
                .statusCode(201)
                .body("schedule", equalTo("on the close of XNYS + 10 min"))
                .body("next_execution_at", notNullValue())
                .body("paused_at", nullValue())
                .body("expected_as_of", nullValue())
                .body("last_successful_as_of", nullValue())
                .body("overdue", equalTo(false));

        assertThat(Instant.parse(Runs.json("/api/strategies/planned").getString("next_execution_at")))
                .isAfter(Instant.now());
    }

    @Test
    void pauses_andResumes_withoutMakingUpForAnything() {
        create("pausing", "0 0 * * * ?").statusCode(201);

        given().contentType(ContentType.JSON)
                .body("{\"reason\": \"holidays\"}")
                .post("/api/strategies/pausing/pause")
                .then()
                .statusCode(200)
                .body("active", equalTo(true))
                .body("paused_at", notNullValue())
                .body("pause_reason", equalTo("holidays"))
                .body("next_execution_at", nullValue());

        var resumed = given().noContentType()
                .post("/api/strategies/pausing/resume")
                .then()
                .statusCode(200)
                .body("paused_at", nullValue())
                .body("pause_reason", equalTo(""));
        assertThat(Instant.parse(resumed.extract().jsonPath().getString("next_execution_at")))
                .isAfter(Instant.now().minusSeconds(5));
    }

    @Test
    void pauses_withoutABody() {
        create("silent", "0 0 * * * ?").statusCode(201);

        given().noContentType()
                .post("/api/strategies/silent/pause")
                .then()
                .statusCode(200)
                .body("pause_reason", equalTo(""));
    }

    @Test
    void waitsForNothing_whileInactive() {
        create("dormant", "0 0 * * * ?").statusCode(201);

        given().noContentType()
                .post("/api/strategies/dormant/deactivate")
                .then()
                .body("next_execution_at", nullValue());
        given().noContentType()
                .post("/api/strategies/dormant/activate")
                .then()
                .body("next_execution_at", notNullValue());
    }

    @Test
    void replacesTheWholeTiming() {
        create("moving", "0 0 * * * ?").statusCode(201);

        put("moving", "{\"schedule\": \"30 16 * * 1-5\", \"time_zone\": \"America/New_York\", \"catch_up\": \"all\"}")
                .statusCode(200)
                .body("schedule", equalTo("30 16 * * 1-5"))
                .body("time_zone", equalTo("America/New_York"))
                .body("catch_up", equalTo("all"))
                .body("next_execution_at", notNullValue());
        put("moving", "{}")
                .statusCode(200)
                .body("schedule", nullValue())
                .body("time_zone", equalTo("UTC"))
                .body("next_execution_at", nullValue());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0 0 30 2 * | fires again some day",
                "on the close of XLON | XLON",
                "on the close of XNYS + 3 days | + 3 days",
                "now and then | now and then"
            })
    void refuses_aScheduleThatMeansNothing(String schedule, String told) {
        create("refused", schedule)
                .statusCode(422)
                .contentType("application/problem+json")
                .body("detail", containsString(told));
    }

    @Test
    void saysThatAStrategyIsUnknown() {
        given().noContentType().post("/api/strategies/no-such/pause").then().statusCode(404);
        given().noContentType().post("/api/strategies/no-such/resume").then().statusCode(404);
        put("no-such", "{}").statusCode(404);
    }

    @Test
    void showsWhatIsOverdue_andMeasuresIt() {
        // Given
        create("late", "0 0 * * * ?").statusCode(201);
        database.change("update strategies set scheduled_since = now() - interval '3 hours' where name = 'late'");

        // When
        var strategy = Runs.json("/api/strategies/late");

        // Then
        assertThat(Instant.parse(strategy.getString("expected_as_of"))).isBeforeOrEqualTo(Instant.now());
        assertThat(strategy.getString("last_successful_as_of")).isNull();
        Awaitility.await().atMost(PATIENCE).untilAsserted(() -> {
            assertThat(gauge("candletrace.schedule.expected.as.of", "late"))
                    .isGreaterThan(Instant.now().minusSeconds(7_300).getEpochSecond());
        });
    }

    private double gauge(String name, String strategy) {
        return meters.find(name).tag("strategy", strategy).gauges().stream()
                .mapToDouble(gauge -> gauge.value())
                .max()
                .orElse(0);
    }

    private static ValidatableResponse create(String name, String schedule) {
        var body = new HashMap<>(Runs.strategy(name));
        body.put("schedule", schedule);
        return given().contentType(ContentType.JSON)
                .body(body)
                .post("/api/strategies")
                .then();
    }

    private static ValidatableResponse put(String name, String body) {
        return given().contentType(ContentType.JSON)
                .body(body)
                .put("/api/strategies/" + name + "/schedule")
                .then();
    }
}
