package io.candletrace.execution;

import static org.assertj.core.api.Assertions.assertThat;

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
class CostReconciliationTest {
    /**
     * By hand: the fake endpoint says 1,000 prompt tokens of which 400 cached, 250 completion tokens of which 100 reasoning. At
     * 2.5, 0.25 and 10 US dollars a million that is 600 x 2.5 + 400 x 0.25 + 250 x 10 = 4,100 millionths.
     */
    private static final BigDecimal CALL = new BigDecimal("0.004100000000");

    private static final int QUESTIONS = 4;

    @Inject
    Database database;

    @Test
    void anExecutionCosts_whatItsAnalysesCost_toTheTwelfthDecimal() {
        var run = Evidence.ofRun(Map.of(
                "name", "reconciled",
                "symbols", List.of("ALPHA", "BRAVO"),
                "models", List.of("priced", "rules-v1"),
                "budget", Map.of("execution_usd", 5)));

        var expected = CALL.multiply(BigDecimal.valueOf(QUESTIONS));
        assertThat(decimal("select sum(cost_usd) from llm_analyses where execution_id = ?", run))
                .isEqualTo(expected);
        assertThat(decimal(
                        "select sum(c.cost_usd) from llm_calls c join workflow_tasks t on t.id = c.task_id"
                                + " where t.execution_id = ?",
                        run))
                .isEqualTo(expected);
        assertThat(decimal("select spent_usd from budgets where scope = 'execution' and subject = ?::text", run))
                .isEqualTo(expected);
        assertThat(Evidence.get("/api/costs?group_by=execution&execution_id=" + run.id())
                        .getString("total.cost_usd"))
                .isEqualTo(expected.stripTrailingZeros().toPlainString());
        assertThat(database.column("select distinct cost_usd from llm_analyses where execution_id = ?", run.id()))
                .containsExactlyInAnyOrder(CALL.toPlainString(), "0.000000000000");
    }

    @Test
    void everyCost_isThatOfItsPrice() {
        var run = Evidence.ofRun("priced", List.of("ALPHA"), List.of("priced"));

        assertThat(database.column("""
                        select c.cost_usd - (c.input_uncached * p.input_uncached + c.input_cached * p.input_cached
                               + c.cache_write * p.cache_write + c.output_visible * p.output_visible
                               + c.output_reasoning * p.output_reasoning) / 1000000
                        from llm_calls c join workflow_tasks t on t.id = c.task_id
                             join model_prices p on p.id = c.model_price_id
                        where t.execution_id = ?""", run.id()))
                .hasSize(2)
                .allSatisfy(difference -> assertThat(new BigDecimal(difference)).isZero());
    }

    private BigDecimal decimal(String sql, Evidence run) {
        return new BigDecimal(database.value(sql, run.id()));
    }
}
