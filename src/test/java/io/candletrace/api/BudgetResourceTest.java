package io.candletrace.api;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.candletrace.testing.Database;
import io.candletrace.testing.Evidence;
import io.candletrace.testing.FakeOpenAiResource;
import io.candletrace.testing.PostgresResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(PostgresResource.class)
@WithTestResource(FakeOpenAiResource.class)
class BudgetResourceTest {
    @Inject
    Database database;

    @Test
    void showsWhatOfABudgetIsSpent_andNothingSetAsideAfterwards() {
        var run = run("budgeted", Map.of("execution_tokens", 1_000_000, "daily_tokens", 2_000_000));

        assertThat(run.execution().getString("status")).isEqualTo("completed");
        given().get("/api/budgets?execution_id=" + run.id())
                .then()
                .statusCode(200)
                .body("items[0].scope", equalTo("execution"))
                .body("items[0].limit_tokens", equalTo(1_000_000))
                .body("items[0].spent_tokens", equalTo(2_500))
                .body("items[0].reserved_tokens", equalTo(0));
        given().get("/api/budgets")
                .then()
                .body("items.scope", hasItem("model"))
                .body("items.scope", hasItem("strategy"));
    }

    @Test
    void endsATask_whoseBudgetDoesNotAllowTheCall_andNothingElse() {
        var run = Evidence.ofRun(Map.of(
                "name", "poor",
                "symbols", List.of("ALPHA"),
                "timeframes", List.of("1d"),
                "models", List.of("fake", "rules-v1"),
                "budget", Map.of("execution_tokens", 10_000)));

        assertThat(run.all("llm-analyses"))
                .extracting(analysis -> analysis.get("model_config") + " " + analysis.get("status"))
                .containsExactlyInAnyOrder("fake failed", "rules-v1 completed");
        assertThat(run.execution().getString("status")).isEqualTo("failed");
        assertThat(run.execution().getString("error"))
                .startsWith("BUDGET_EXCEEDED: the execution '" + run.id() + "' may spend 10000 tokens");
        assertThat(run.all("charts")).hasSize(1);
        assertThat(run.all("signals")).isEmpty();
    }

    @Test
    void asksNobodyWithoutAPrice_whereMoneyIsLimited() {
        var run = run("unpriced", Map.of("daily_usd", 5));

        assertThat(run.execution().getString("error")).startsWith("PRICE_UNKNOWN: the model 'fake' has no price");
        assertThat(database.value(
                        "select count(*) from llm_calls c join workflow_tasks t on t.id = c.task_id"
                                + " where t.execution_id = ?",
                        run.id()))
                .isEqualTo("0");
    }

    @Test
    void refusesABudgetThatIsNone() {
        given().contentType("application/json")
                .body(Map.of(
                        "name", "negative",
                        "symbols", List.of("ALPHA"),
                        "timeframes", List.of("1d"),
                        "indicators", Map.of(),
                        "budget", Map.of("daily_usd", new BigDecimal("-1"))))
                .post("/api/strategies")
                .then()
                .statusCode(422)
                .body("detail", containsString("budget.daily_usd: expected a number that is not negative, found '-1'"));
        given().get("/api/budgets?day=yesterday").then().statusCode(400);
    }

    private static Evidence run(String name, Map<String, Object> budget) {
        return Evidence.ofRun(
                Map.of("name", name, "symbols", List.of("ALPHA"), "models", List.of("fake"), "budget", budget));
    }
}
