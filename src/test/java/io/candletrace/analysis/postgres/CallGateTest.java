package io.candletrace.analysis.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.candletrace.analysis.BudgetLimit;
import io.candletrace.analysis.BudgetLimit.Scope;
import io.candletrace.analysis.CallGate.Settlement;
import io.candletrace.analysis.CallGate.Turn;
import io.candletrace.analysis.CallPlan;
import io.candletrace.analysis.CallPlan.Pace;
import io.candletrace.analysis.ModelPrice;
import io.candletrace.analysis.WorstCase;
import io.candletrace.failure.FailureReason;
import io.candletrace.failure.ServiceException;
import io.candletrace.lineage.TaskId;
import io.candletrace.persistence.Transactions;
import io.candletrace.testing.Database;
import io.candletrace.testing.Evidence;
import io.candletrace.testing.PostgresResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(PostgresResource.class)
class CallGateTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Inject
    Transactions transactions;

    @Inject
    Database database;

    private final String model = "m-" + UUID.randomUUID();
    private final String subject = UUID.randomUUID().toString();

    @Test
    void twoReplicas_neverOverspendOneBudget() throws Exception {
        // Given
        var replicas = List.of(new PostgresCallGate(transactions), new PostgresCallGate(transactions));
        var plan = plan(100, limit(Scope.STRATEGY, 1_050), limit(Scope.EXECUTION, 10_000));
        Callable<Boolean> call = () -> granted(replicas.get((int) (Math.random() * 2)), plan);

        // When
        long granted;
        try (var threads = Executors.newFixedThreadPool(8)) {
            var calls = IntStream.range(0, 60).mapToObj(i -> call).toList();
            granted = threads.invokeAll(calls).stream()
                    .filter(answer -> answer.resultNow())
                    .count();
        }

        // Then
        assertThat(granted).isEqualTo(10);
        assertThat(budget("reserved_tokens", "strategy")).isEqualTo("1000");
        assertThat(budget("reserved_tokens", "execution"))
                .as("a refused call takes nothing anywhere")
                .isEqualTo("1000");
    }

    @Test
    void givesBackWhatWasNotSpent() {
        var gate = new PostgresCallGate(transactions);
        var plan = plan(100, limit(Scope.STRATEGY, 150));
        var turn = enter(gate, plan);

        leave(turn.reservation(), 30, Optional.of(new BigDecimal("0.000123456789")));

        assertThat(budget("spent_tokens", "strategy")).isEqualTo("30");
        assertThat(budget("reserved_tokens", "strategy")).isEqualTo("0");
        assertThat(new BigDecimal(budget("spent_usd", "strategy"))).isEqualByComparingTo("0.000123456789");
        assertThat(enter(gate, plan)).isNotNull();
        assertThatThrownBy(() -> enter(gate, plan))
                .isInstanceOfSatisfying(
                        ServiceException.class,
                        failure -> assertThat(failure.reason()).isEqualTo(FailureReason.BUDGET_EXCEEDED))
                .hasMessageContaining("150 tokens a day (UTC)")
                .hasMessageContaining("30 tokens and")
                .hasMessageContaining("may take 100 tokens");
    }

    @Test
    void settlesOnce() {
        var gate = new PostgresCallGate(transactions);
        var turn = enter(gate, plan(100, limit(Scope.STRATEGY, 1_000)));

        leave(turn.reservation(), 40, Optional.empty());
        leave(turn.reservation(), 40, Optional.empty());

        assertThat(budget("spent_tokens", "strategy")).isEqualTo("40");
    }

    @Test
    void countsInFull_whatNobodyGaveBack() {
        // Given
        var gate = new PostgresCallGate(transactions);
        var turn = enter(gate, plan(100, limit(Scope.STRATEGY, 1_000)));
        database.change(
                "update budget_reservations set expires_at = now() - interval '1 s' where id = ?", turn.reservation());

        // When
        await(gate.sweep());
        leave(turn.reservation(), 1, Optional.of(BigDecimal.ZERO));

        // Then
        assertThat(budget("spent_tokens", "strategy")).isEqualTo("100");
        assertThat(budget("reserved_tokens", "strategy")).isEqualTo("0");
        assertThat(new BigDecimal(budget("spent_usd", "strategy"))).isEqualByComparingTo("0.0005");
    }

    @Test
    void limitsMoney() {
        var gate = new PostgresCallGate(transactions);
        // A hundred tokens of the dearest kind cost 0.0005 US dollars.
        var plan = plan(
                100,
                new BudgetLimit(
                        Scope.STRATEGY, subject, true, Optional.empty(), Optional.of(new BigDecimal("0.0009"))));

        enter(gate, plan);

        assertThatThrownBy(() -> enter(gate, plan)).hasMessageContaining("0.0009 US dollars");
    }

    @Test
    void refusesWhatHasNoPrice_whereMoneyIsLimited() {
        var limited = new BudgetLimit(Scope.MODEL, subject, true, Optional.empty(), Optional.of(BigDecimal.TEN));
        var plan = new CallPlan(
                model,
                task(),
                1,
                new WorstCase(10, 10, Optional.empty()),
                List.of(limited),
                pace(5),
                Duration.ofSeconds(9));

        assertThatThrownBy(() -> enter(new PostgresCallGate(transactions), plan))
                .isInstanceOfSatisfying(
                        ServiceException.class,
                        failure -> assertThat(failure.reason()).isEqualTo(FailureReason.PRICE_UNKNOWN));
    }

    @Test
    void startsTheDayAnew() {
        var gate = new PostgresCallGate(transactions);
        var plan = plan(100, limit(Scope.STRATEGY, 100));
        enter(gate, plan);
        database.change("update budgets set day = day - 1 where subject = ?", subject);

        assertThat(enter(gate, plan)).isNotNull();
    }

    @Test
    void letsNoMoreIn_thanMayBeUnderWay_overAllReplicas() {
        var plan = new CallPlan(model, task(), 1, worst(10), List.of(), pace(2), Duration.ofSeconds(9));
        enter(new PostgresCallGate(transactions), plan);
        var second = enter(new PostgresCallGate(transactions), plan);
        var gate = new PostgresCallGate(transactions);

        assertThat(await(gate.enter(plan))).isEqualTo(new Turn.Full());
        leave(second.reservation(), 10, Optional.empty());
        assertThat(await(gate.enter(plan))).isInstanceOf(Turn.Granted.class);
    }

    @Test
    void spreadsCalls_overAllReplicas() {
        var paced = new Pace(50, Optional.of(6), Optional.of(60_000));
        var plan = new CallPlan(model, task(), 1, worst(10), List.of(), paced, Duration.ofSeconds(9));

        var pauses = IntStream.range(0, 3)
                .mapToObj(i -> enter(new PostgresCallGate(transactions), plan).pause())
                .toList();

        assertThat(pauses.getFirst()).isZero();
        assertThat(pauses.get(1)).isBetween(Duration.ofSeconds(8), Duration.ofSeconds(10));
        assertThat(pauses.get(2)).isBetween(Duration.ofSeconds(18), Duration.ofSeconds(20));
    }

    private boolean granted(PostgresCallGate gate, CallPlan plan) {
        try {
            return enter(gate, plan).reservation() > 0;
        } catch (ServiceException refused) {
            assertThat(refused.reason()).isEqualTo(FailureReason.BUDGET_EXCEEDED);
            return false;
        }
    }

    private static Turn.Granted enter(PostgresCallGate gate, CallPlan plan) {
        return (Turn.Granted) await(gate.enter(plan));
    }

    private void leave(long reservation, long tokens, Optional<BigDecimal> usd) {
        await(transactions.write(session -> Reservations.settle(session, new Settlement(reservation, tokens, usd))));
    }

    private CallPlan plan(long tokens, BudgetLimit... limits) {
        return new CallPlan(model, task(), 1, worst(tokens), List.of(limits), pace(1_000), Duration.ofSeconds(60));
    }

    private static WorstCase worst(long tokens) {
        var five = new BigDecimal("5");
        var price = new ModelPrice("m", "default", Instant.EPOCH, five, five, five, five, five);
        return new WorstCase(tokens, 0, Optional.of(price));
    }

    private static Pace pace(int concurrency) {
        return new Pace(concurrency, Optional.empty(), Optional.empty());
    }

    private BudgetLimit limit(Scope scope, long tokens) {
        return new BudgetLimit(scope, subject, scope != Scope.EXECUTION, Optional.of(tokens), Optional.empty());
    }

    private String budget(String column, String scope) {
        return database.value("select " + column + " from budgets where subject = ? and scope = ?", subject, scope);
    }

    /** Any task will do; one run leaves some. */
    private TaskId task() {
        var tasks = database.column("select id from workflow_tasks limit 1");
        if (tasks.isEmpty()) {
            Evidence.ofRun("gate", List.of("ALPHA"), List.of("rules-v1"));
            return task();
        }
        return new TaskId(Long.parseLong(tasks.getFirst()));
    }

    private static <T> T await(Uni<T> work) {
        try {
            return VertxContextSupport.subscribeAndAwait(
                    () -> work.ifNoItem().after(PATIENCE).fail());
        } catch (RuntimeException failure) {
            throw failure;
        } catch (Throwable impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
