package io.candletrace.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What those who ask for executions see of all this: people, schedules and deployments. */
class ClientsIT {
    private final Rig rig = Rig.shared();
    private final Ledger ledger = new Ledger();

    @Test
    void getOneExecution_howeverManyAskUnderOneKey() throws Exception {
        // Given
        var replicas = rig.replicas(2);
        Load.strategy(rig, "once", 2, Map.of());
        var oracle = new Oracle(rig, ledger);
        var clients = Scale.of("clients", 50, 50);
        var rounds = Scale.of("client-rounds", 1, 20);

        // When
        var ids = new ArrayList<Long>();
        for (var round = 0; round < rounds; round++) {
            var key = "round-" + round;
            ids.addAll(atOnce(clients, client -> askUntilAnswered(replicas.get(client % 2), key)));
        }

        // Then
        assertThat(ids).hasSize(clients * rounds);
        ids.forEach(ledger::add);
        assertThat(ledger.acknowledged()).hasSize(rounds);
        assertThat(oracle.tasks()).isEqualTo(2L * rounds);
        oracle.verdict("one key", clients + " clients at once, " + rounds + " times", Scale.patience())
                .assertNothingLostNothingTwice();
    }

    @Test
    void getOneExecution_aFire() throws Exception {
        Scale.requireLong();
        // Given
        var fires = Scale.of("fires", 0, 600);
        var replicas = rig.replicas(Scale.of("fire-replicas", 0, 4));
        var oracle = new Oracle(rig, ledger);
        Load.strategy(rig, "ticks", 1, Map.of("schedule", "* * * * * ?", "catch_up", "all"));

        // When
        await().atMost(Scale.patience().plusSeconds(fires)).until(() -> oracle.tasks() > fires);
        replicas.getFirst().api().post("/api/strategies/ticks/deactivate", Map.of());

        // Then
        var seen = rig.database()
                .rows(
                        "select count(*), count(distinct scheduled_for),"
                                + " extract(epoch from max(scheduled_for) - min(scheduled_for))::bigint + 1"
                                + " from workflow_executions e join strategies s on s.id = e.strategy_id where s.name = 'ticks'")
                .getFirst();
        oracle.verdict(
                        "cron",
                        seen.getFirst() + " fires of one a second, " + replicas.size() + " replicas",
                        Scale.patience())
                .assertNothingLostNothingTwice();
        assertThat(seen)
                .as("executions, distinct fires, seconds from first to last fire")
                .containsOnly(seen.getFirst());
    }

    @Test
    void noticeNothing_whenReplicasAreReplacedOneByOne() throws Exception {
        Scale.requireLong();
        // Given
        var replicas = rig.replicas(2);
        Load.strategy(rig, "rolling", 2, Map.of());
        var oracle = new Oracle(rig, ledger);
        var rounds = Scale.of("rolling-restarts", 0, 10);
        var replaced = replicas.subList(0, Scale.of("replaced-replicas", 0, 2));
        var statuses = new ConcurrentLinkedQueue<Integer>();

        // When
        try (var balancer = new Balancer(replicas);
                var _ = new Requests(
                        () -> statuses.add(balancer.post("/api/executions", "{\"strategy\":\"rolling\"}")))) {
            for (var round = 0; round < rounds; round++) {
                replaced.forEach(ClientsIT::replace);
            }
        }

        // Then
        oracle.verdict(
                        "rolling restarts",
                        rounds * replaced.size() + " SIGTERM under " + statuses.size() + " requests",
                        Scale.patience())
                .assertNothingLostNothingTwice();
        assertThat(statuses).isNotEmpty().containsOnly(202);
        assertThat(oracle.losses()).isZero();
        assertThat(oracle.failed()).isZero();
    }

    private static void replace(Replica replica) {
        replica.terminate();
        replica.awaitEnd();
        replica.start();
    }

    private static long askUntilAnswered(Replica replica, String key) {
        return await().atMost(Scale.patience())
                .until(
                        () -> {
                            var reply =
                                    replica.api().post("/api/executions", Map.of("strategy", "once"), Optional.of(key));
                            assertThat(reply.status()).isIn(202, 409, 503);
                            return reply.status() == 202
                                    ? reply.json().get("id").longValue()
                                    : 0L;
                        },
                        id -> id > 0);
    }

    private static List<Long> atOnce(int clients, Client client) throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var calls = IntStream.range(0, clients)
                    .mapToObj(number -> (Callable<Long>) () -> client.ask(number))
                    .toList();
            var answers = new ArrayList<Long>();
            for (var answer : threads.invokeAll(calls)) {
                answers.add(answer.get());
            }
            return answers;
        }
    }

    private interface Client {
        long ask(int number);
    }
}
