package io.candletrace.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** Processes that end without a word. */
class KillsIT {
    private static final Duration COMES = Duration.ofSeconds(90);
    private static final long SEED = 5;

    private final Rig rig = Rig.shared();
    private final Ledger ledger = new Ledger();

    /** Each commit and request of a task took effect, and the process that made it never knew. In the long form also: it did not. */
    @Test
    void loseNothing_atAnyStep() throws Exception {
        // Given
        var replicas = rig.replicas(2);
        Load.strategy(rig, "steps", 3, Map.of());
        var oracle = new Oracle(rig, ledger);
        var rounds = Scale.of("step-kills", 1, 4);
        var steps = List.of(Boundary.values());

        // When
        try (var _ = new Load(rig, ledger, "steps").inBackground()) {
            for (var round = 0; round < rounds; round++) {
                Function<Runnable, Fault> fault = round % 2 == 0 ? Fault.After::new : Fault.Before::new;
                together(
                        () -> killAt(steps.subList(0, steps.size() / 2), replicas.getFirst(), fault),
                        () -> killAt(steps.subList(steps.size() / 2, steps.size()), replicas.getLast(), fault));
            }
        }

        // Then
        var kills = rounds * steps.size();
        oracle.verdict("kills at steps", kills + " SIGKILL at " + steps.size() + " steps, 2 replicas", Scale.patience())
                .assertNothingLostNothingTwice();
        assertThat(oracle.failed()).isZero();
    }

    @Test
    void loseNothing_atAnyTime() throws Exception {
        // Given
        Scale.requireLong();
        var kills = Scale.of("kills", 0, 200);
        var tasks = Scale.of("tasks", 0, 2_000);
        var replicas = rig.replicas(3);
        Load.strategy(rig, "random", 3, Map.of());
        var oracle = new Oracle(rig, ledger);
        var random = new Random(SEED);

        // When
        try (var _ = new Warden(replicas);
                var load = new Load(rig, ledger, "random")) {
            for (var kill = 1; kill <= kills; kill++) {
                load.untilTasks(oracle, (long) tasks * kill / kills);
                Pause.of(Duration.ofMillis(random.nextInt(400)));
                aliveOne(replicas, random).kill();
            }
        }

        // Then
        oracle.verdict("kills at random", kills + " SIGKILL, 3 replicas", Scale.patience())
                .assertNothingLostNothingTwice();
        assertThat(oracle.failed()).isZero();
    }

    /** Only the task itself pays for what it does, and only so often. */
    @Test
    void areBounded_whenATaskCausesThem() throws Exception {
        Scale.requireLong();
        // Given
        var losses = 3;
        var replicas = rig.replicas(2, Map.of("candletrace.execution.losses", Integer.toString(losses)));
        Load.strategy(rig, "poisoned", List.of("POISON", "P1", "P2", "P3", "P4"), Map.of());
        var oracle = new Oracle(rig, ledger);
        replicas.forEach(replica -> replica.model().add(killing(replica)));

        // When
        var restarts = 0;
        Verdict verdict;
        try (var warden = new Warden(replicas)) {
            new Load(rig, ledger, "poisoned").accepted();
            oracle.drain(Scale.patience());
            restarts = warden.restarts();
        }
        rig.heal();
        verdict = oracle.verdict("poison symbol", restarts + " processes ended by one symbol", Scale.patience());

        // Then
        verdict.assertNothingLostNothingTwice();
        assertThat(restarts).isEqualTo(losses);
        assertThat(rig.database()
                        .rows("select symbol, left(last_error, 10) from workflow_tasks where status = 'failed'"
                                + " and execution_id = (select max(execution_id) from workflow_tasks)"))
                .containsExactly(List.of("POISON", "OWNER_LOST"));
    }

    private static Rule killing(Replica replica) {
        return Trigger.sending("symbol poison", () -> new Fault.Before(replica::kill))
                .each(1, Integer.MAX_VALUE);
    }

    private static Replica aliveOne(List<Replica> replicas, Random random) {
        var alive = replicas.stream().filter(Replica::isAlive).toList();
        return alive.isEmpty() ? replicas.getFirst() : alive.get(random.nextInt(alive.size()));
    }

    private static int killAt(List<Boundary> steps, Replica replica, Function<Runnable, Fault> fault) {
        for (var step : steps) {
            step.arm(replica, () -> fault.apply(replica::kill)).awaitFired(COMES);
            replica.awaitEnd();
            List.of(replica.database(), replica.store(), replica.model()).forEach(TcpProxy::clear);
            replica.start();
        }
        return steps.size();
    }

    @SafeVarargs
    private static void together(Callable<Integer>... work) throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var done : threads.invokeAll(List.of(work))) {
                done.get();
            }
        }
    }
}
