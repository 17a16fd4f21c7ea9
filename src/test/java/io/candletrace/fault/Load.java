package io.candletrace.fault;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.stream.IntStream;

/**
 * A client that wants executions of one strategy: it asks one replica after the other, and when it must have the execution, again
 * under the same idempotency key until it is told that it was accepted.
 */
final class Load implements AutoCloseable {
    private static final Duration PAUSE = Duration.ofMillis(100);
    private static final int ENOUGH = 60;

    private final Rig rig;
    private final Ledger ledger;
    private final String strategy;
    private Optional<Requests> background = Optional.empty();
    private int turn;

    Load(Rig rig, Ledger ledger, String strategy) {
        this.rig = rig;
        this.ledger = ledger;
        this.strategy = strategy;
    }

    /** Creates a strategy that asks the counting model about the daily bars of so many symbols. */
    static void strategy(Rig rig, String name, int symbols, Map<String, Object> more) throws IOException {
        strategy(rig, name, IntStream.range(0, symbols).mapToObj(i -> "S" + i).toList(), more);
    }

    /** Creates a strategy that asks the counting model about the daily bars of these symbols. */
    static void strategy(Rig rig, String name, List<String> symbols, Map<String, Object> more) throws IOException {
        var said = new HashMap<String, Object>(more);
        said.putAll(Map.of(
                "name",
                name,
                "symbols",
                symbols,
                "timeframes",
                List.of("1d"),
                "models",
                List.of("fake"),
                "displayed_bars",
                60,
                "indicators",
                Map.of("RSI", Map.of("period", 14))));
        var reply = rig.replicas().getFirst().api().post("/api/strategies", said);
        if (reply.status() != 201) {
            throw new AssertionError("a strategy should be created: " + reply);
        }
    }

    /** Goes on in the background until it is closed; never with more unfinished tasks than keep the replicas busy. */
    Load inBackground() {
        background = Optional.of(new Requests(() -> {
            if (unfinished() < ENOUGH) {
                ask(next(), Optional.of(UUID.randomUUID().toString()));
            }
        }));
        return this;
    }

    /** Executions one after the other until so many tasks were accepted. */
    void untilTasks(Oracle oracle, long tasks) {
        while (oracle.tasks() < tasks) {
            if (unfinished() < ENOUGH) {
                accepted();
            } else {
                Pause.of(PAUSE);
            }
        }
    }

    /** Waits, while it goes on in the background, until so many more tasks were accepted. */
    void awaitTasks(Oracle oracle, int more) {
        var wanted = oracle.tasks() + more;
        await("tasks should be accepted").atMost(Scale.patience()).until(() -> oracle.tasks() >= wanted);
    }

    /** Asks until it is told that its execution was accepted, and answers that. */
    long accepted() {
        var key = Optional.of(UUID.randomUUID().toString());
        while (true) {
            var execution = ask(next(), key);
            if (execution.isPresent()) {
                return execution.getAsLong();
            }
            Pause.of(PAUSE);
        }
    }

    /** Asks one replica once; empty when it does not say that it accepted. */
    OptionalLong ask(Api replica, Optional<String> key) {
        try {
            var reply = replica.post("/api/executions", Map.of("strategy", strategy), key);
            if (reply.status() == 202) {
                var execution = reply.json().get("id").longValue();
                ledger.add(execution);
                return OptionalLong.of(execution);
            }
            if (reply.status() < 500 && reply.status() != 409) {
                throw new AssertionError("an execution should be accepted or refused for now: " + reply);
            }
        } catch (IOException unreachable) {
            // Like any client behind a balancer, it asks another one.
        }
        return OptionalLong.empty();
    }

    @Override
    public void close() {
        background.ifPresent(Requests::close);
    }

    private synchronized Api next() {
        var replicas = rig.replicas();
        turn = (turn + 1) % replicas.size();
        return replicas.get(turn).api();
    }

    private long unfinished() {
        try {
            return rig.database().count("select count(*) from workflow_tasks where status in ('ready', 'running')");
        } catch (IllegalStateException databaseIsDown) {
            return 0;
        }
    }
}
