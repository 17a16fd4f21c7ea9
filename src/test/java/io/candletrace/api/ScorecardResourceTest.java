package io.candletrace.api;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;

import io.candletrace.testing.PostgresResource;
import io.candletrace.testing.Runs;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@WithTestResource(PostgresResource.class)
class ScorecardResourceTest {

    @Test
    void scoresWhatCounts_andSaysWhenItIsTooLittle() {
        Runs.finished();

        var counted = Runs.json("/api/scorecards?strategy=" + Runs.STRATEGY);
        var asked = Runs.json("/api/scorecards?include=synthetic&group_by=symbol&strategy=" + Runs.STRATEGY);

        assertThat(counted.getList("scorecards")).isEmpty();
        assertThat(counted.getInt("cells")).isZero();
        assertThat(asked.getList("scorecards.group.symbol")).containsExactly("ALPHA", "BRAVO");
        assertThat(asked.getString("scorecards[0].status")).isEqualTo("insufficient_data");
        assertThat(asked.getInt("scorecards[0].answers.total")).isPositive();
        assertThat((Object) asked.get("scorecards[0].rate.hit_rate")).isNull();
        assertThat((Object) asked.get("scorecards[0].after_cutoff.hit_rate")).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "horizon=0, 400, horizon",
        "horizon=7, 422, horizon",
        "group_by=moon, 400, group_by",
        "include=everything, 400, include",
        "study=first, 400, study",
        "subject=moods, 400, subject"
    })
    void refusesWhatCannotBeScored(String query, int status, String named) {
        given().get("/api/scorecards?" + query).then().statusCode(status).body("detail", containsString(named));
    }
}
