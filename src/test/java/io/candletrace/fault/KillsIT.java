package io.candletrace.fault;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** Processes that end without a word. */
class KillsIT {
    private static final Duration COMES = Duration.ofSeconds(60);

    private final Rig rig = Rig.shared();
    private final Ledger ledger = new Ledger();

    /** One replica dies before each of its commits and requests in turn, the other after each: they took effect, it never knew. */
    @Test
    void survives_aKillAtEachStep() throws Exception {
        // Given
        var replicas = rig.replicas(2);
        Load.strategy(rig, "steps", 3, Map.of());
        var oracle = new Oracle(rig, ledger);

        // When
        try (var _ = new Load(rig, ledger, "steps").inBackground()) {
            together(
                    () -> killAtEach(replicas.getFirst(), action -> new Fault.Before(action)),
                    () -> killAtEach(replicas.getLast(), action -> new Fault.After(action)));
        }

        // Then
        var kills = 2 * Boundary.values().length;
        oracle.verdict("kills at steps", kills + " SIGKILL, 2 replicas", Scale.patience())
                .assertNothingLostNothingTwice();
    }

    private static Boundary killAtEach(Replica replica, Function<Runnable, Fault> fault) {
        for (var boundary : Boundary.values()) {
            boundary.arm(replica, () -> fault.apply(replica::kill)).awaitFired(COMES);
            replica.database().clear();
            replica.store().clear();
            replica.model().clear();
            replica.awaitEnd();
            replica.start();
        }
        return Boundary.ACCEPTED;
    }

    @SafeVarargs
    private static void together(Callable<Boundary>... work) throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var done : threads.invokeAll(List.of(work))) {
                done.get();
            }
        }
    }
}
