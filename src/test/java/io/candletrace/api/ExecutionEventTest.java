package io.candletrace.api;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.hamcrest.Matchers.containsString;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.agroal.api.AgroalDataSource;
import io.candletrace.execution.EventLog;
import io.candletrace.execution.EventLog.Position;
import io.candletrace.execution.ExecutionEvent;
import io.candletrace.lineage.ExecutionId;
import io.candletrace.testing.Await;
import io.candletrace.testing.Database;
import io.candletrace.testing.PostgresResource;
import io.candletrace.testing.Runs;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(PostgresResource.class)
class ExecutionEventTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String INSERT =
            "insert into workflow_events (execution_id, kind) values (%d, 'task_begun') returning id";

    @Inject
    EventLog log;

    @Inject
    Database database;

    @Inject
    AgroalDataSource dataSource;

    @Test
    void tellsEverythingThatHappened_inOrder_andCloses() throws Exception {
        var execution = Runs.finished();

        var events = stream(execution, 0);

        assertThat(events.getFirst().kind()).isEqualTo("execution_accepted");
        assertThat(events.getLast().kind()).isEqualTo("execution_ended");
        assertThat(events).extracting(Told::id).isSorted().doesNotHaveDuplicates();
        assertThat(events)
                .extracting(Told::kind)
                .contains("execution_started", "task_begun", "task_completed", "step_started", "step_ended");
    }

    @Test
    void startsEveryStepOnce_beforeItEnds() throws Exception {
        var events = stream(Runs.finished(), 0);

        var ended = steps(events, "step_ended");
        assertThat(ended).hasSizeGreaterThan(10).doesNotHaveDuplicates();
        assertThat(steps(events, "step_started")).containsExactlyInAnyOrderElementsOf(ended);
        assertThat(ended)
                .allSatisfy(step ->
                        assertThat(at(events, "step_started", step)).isLessThan(at(events, "step_ended", step)));
    }

    @Test
    void goesOn_whereAClientLeftOff() throws Exception {
        var all = stream(Runs.finished(), 0);
        var middle = all.get(all.size() / 2).id();

        var rest = stream(Runs.finished(), middle);

        assertThat(rest)
                .isEqualTo(all.stream().filter(event -> event.id() > middle).toList());
        assertThat(stream(Runs.finished(), all.getLast().id())).isEmpty();
    }

    @Test
    void tellsWhatIsUnderWay_asItHappens() throws Exception {
        // Given
        var name = "watched";
        given().contentType("application/json").body(Runs.strategy(name)).post("/api/strategies");
        long execution = given().contentType("application/json")
                .body(Map.of("strategy", name))
                .post("/api/executions")
                .jsonPath()
                .getLong("id");

        // When
        var events = stream(execution, 0);

        // Then
        assertThat(events.getLast().kind()).isEqualTo("execution_ended");
        assertThat(events.getLast().data().at("/detail/status").asText()).isEqualTo("completed");
        assertThat(events.getLast().data().at("/execution_id").asLong()).isEqualTo(execution);
    }

    @Test
    void neverSkipsAnEvent_whoseTransactionCommitsAfterALaterOnes() throws Exception {
        // Given
        var execution = Runs.finished();
        var last = stream(execution, 0).getLast().id();
        try (var slow = dataSource.getConnection();
                var quick = dataSource.getConnection()) {
            slow.setAutoCommit(false);
            var lower = insert(slow, execution);

            // When
            var higher = insert(quick, execution);
            var early = after(execution, last);
            slow.commit();
            var late = after(execution, last);

            // Then
            assertThat(lower).isLessThan(higher);
            assertThat(early).as("the higher id is held back").isEmpty();
            assertThat(late).extracting(ExecutionEvent::id).containsExactly(lower, higher);
        } finally {
            database.change("delete from workflow_events where execution_id = ? and id > ?", execution, last);
        }
    }

    @Test
    void showsOnTheTimeLine_whatHasStartedAndNotEnded() {
        // Given
        Runs.finished();
        var execution = Runs.run(Runs.STRATEGY);
        var task = Long.parseLong(
                database.column("select id from workflow_tasks where execution_id = ? order by id limit 1", execution)
                        .getFirst());
        database.change("update workflow_tasks set status = 'running' where id = ?", task);
        database.change(
                "insert into workflow_events (execution_id, task_id, attempt, kind, symbol, step_name)"
                        + " select execution_id, id, attempts, 'step_started', symbol, 'analyse' from workflow_tasks where id = ?",
                task);

        // When
        var running = Runs.json("/api/executions/" + execution + "/steps");

        // Then
        database.change("update workflow_tasks set status = 'completed' where id = ?", task);
        database.change(
                "delete from workflow_events where task_id = ? and step_name = 'analyse' and model_name is null", task);
        assertThat(running.getList("running.step_name")).containsExactly("analyse");
        assertThat(running.getString("running[0].status")).isEqualTo("running");
    }

    @Test
    void sweepsTheEvents_ofExecutionsThatEndedLongAgo() throws Exception {
        // Given
        var execution = Runs.run("readers");
        database.change(
                "update workflow_executions set completed_at = now() - interval '40 days' where id = ?", execution);
        database.change("update workflow_events set at = now() - interval '40 days' where execution_id = ?", execution);

        // When
        var swept = Await.item(() -> log.sweep(Duration.ofDays(30)));

        // Then
        assertThat(swept).isPositive();
        assertThat(stream(execution, 0)).isEmpty();
        assertThat(stream(Runs.finished(), 0)).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "one", "9999999999999999999"})
    void refuses_whatIsNoId(String id) {
        given().header("Last-Event-ID", id)
                .get("/api/executions/" + Runs.finished() + "/events")
                .then()
                .statusCode(400)
                .body("detail", containsString("Last-Event-ID"));
    }

    @Test
    void knowsNoEvents_ofWhatIsNoExecution() {
        given().get("/api/executions/99999999/events").then().statusCode(404).contentType("application/problem+json");
    }

    private List<ExecutionEvent> after(long execution, long last) {
        return Await.item(() -> log.after(List.of(new Position(new ExecutionId(execution), last))))
                .getFirst();
    }

    private static long insert(Connection connection, long execution) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(INSERT.formatted(execution))) {
            assertThat(rows.next()).isTrue();
            return rows.getLong(1);
        }
    }

    private static List<String> steps(List<Told> events, String kind) {
        return events.stream()
                .filter(event -> event.kind().equals(kind))
                .map(Told::step)
                .toList();
    }

    private static int at(List<Told> events, String kind, String step) {
        return Stream.iterate(0, i -> i < events.size(), i -> i + 1)
                .filter(i -> events.get(i).kind().equals(kind)
                        && events.get(i).step().equals(step))
                .findFirst()
                .orElseGet(() -> fail("no " + kind + " of " + step));
    }

    /** All of a stream, whose end the server decides. */
    private static List<Told> stream(long execution, long after) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(RestAssured.baseURI + ":" + RestAssured.port
                        + "/api/executions/" + execution + "/events?last_event_id=" + after))
                .header("Accept", "text/event-stream")
                .timeout(Duration.ofSeconds(60))
                .build();
        try (var client = HttpClient.newHttpClient()) {
            var response = client.send(request, HttpResponse.BodyHandlers.ofString());
            assertThat(response.statusCode()).isEqualTo(200);
            assertThat(response.headers().firstValue("content-type"))
                    .hasValueSatisfying(type -> assertThat(type).startsWith("text/event-stream"));
            return Stream.of(response.body().split("\n\n"))
                    .filter(block -> block.contains("data:"))
                    .map(Told::of)
                    .toList();
        }
    }

    private record Told(long id, String kind, JsonNode data) {
        static Told of(String block) {
            return new Told(Long.parseLong(field(block, "id")), field(block, "event"), tree(field(block, "data")));
        }

        String step() {
            return Stream.of("symbol", "timeframe", "model_name", "step_name", "attempt")
                    .map(name -> data.path(name).asText())
                    .reduce("", (one, other) -> one + " " + other);
        }

        private static String field(String block, String name) {
            return block.lines()
                    .filter(line -> line.startsWith(name + ":"))
                    .map(line -> line.substring(name.length() + 1).strip())
                    .findFirst()
                    .orElseThrow();
        }

        private static JsonNode tree(String json) {
            try {
                return JSON.readTree(json);
            } catch (IOException malformed) {
                throw new IllegalStateException(json, malformed);
            }
        }
    }
}
