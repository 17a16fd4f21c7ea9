package io.candletrace.testing;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;

import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** An execution over two synthetic symbols on daily and weekly bars, run once for every test that only reads. */
public final class Runs {

    /** The strategy's name. */
    public static final String STRATEGY = "readers";

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static long finished;

    private Runs() {}

    /** The id of the execution, which has ended. */
    public static synchronized long finished() {
        if (finished == 0) {
            given().contentType(ContentType.JSON)
                    .body(strategy(STRATEGY))
                    .post("/api/strategies")
                    .then()
                    .statusCode(201);
            finished = run(STRATEGY);
        }
        return finished;
    }

    /** Runs a strategy to its end and answers the execution's id. */
    public static long run(String strategy) {
        long id = given().contentType(ContentType.JSON)
                .body(Map.of("strategy", strategy))
                .post("/api/executions")
                .then()
                .statusCode(202)
                .extract()
                .jsonPath()
                .getLong("id");
        await().atMost(PATIENCE)
                .until(() -> List.of("completed", "failed")
                        .contains(json("/api/executions/" + id).getString("status")));
        return id;
    }

    /** What {@code POST /api/strategies} needs, and no more. */
    public static Map<String, Object> strategy(String name) {
        return Map.of(
                "name", name,
                "symbols", List.of("ALPHA", "BRAVO"),
                "timeframes", List.of("1d", "1w"),
                "indicators", Map.of("RSI", Map.of("period", 14), "SMA", Map.of("periods", List.of(20, 50))));
    }

    /** A JSON answer. */
    public static JsonPath json(String path) {
        return given().get(path).then().statusCode(200).extract().jsonPath();
    }
}
