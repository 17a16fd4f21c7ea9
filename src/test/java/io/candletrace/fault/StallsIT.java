package io.candletrace.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Processes that stand still, or whose clocks are wrong. */
class StallsIT {
    private static final Duration COMES = Duration.ofSeconds(60);
    private static final List<String> LIBRARIES = Stream.of(
                    "/usr/lib/x86_64-linux-gnu",
                    "/usr/lib/aarch64-linux-gnu",
                    "/usr/lib64",
                    "/usr/lib",
                    "/usr/local/lib")
            .map(folder -> folder + "/faketime/libfaketime.so.1")
            .toList();

    private final Rig rig = Rig.shared();
    private final Ledger ledger = new Ledger();

    /** It holds an answer when it stops; when it goes on, its tasks have long been done by the other one. */
    @Test
    void writeNothing_whenTheirTasksWereRevivedElsewhere() throws Exception {
        // Given
        var replicas = rig.replicas(2);
        var sleeper = replicas.getFirst();
        Load.strategy(rig, "stalls", 4, Map.of());
        var oracle = new Oracle(rig, ledger);
        var load = new Load(rig, ledger, "stalls");
        var stalls = Scale.of("stalls", 1, 20);

        // When
        for (var stall = 0; stall < stalls; stall++) {
            var asked = Boundary.MODEL_ASKED.arm(sleeper, () -> suspending(sleeper));
            while (asked.fired() == 0) {
                load.ask(replicas.getLast().api(), Optional.of(UUID.randomUUID().toString()));
                Pause.of(Duration.ofMillis(300));
            }
            oracle.drain(COMES);
            sleeper.resume();
            sleeper.awaitReady();
        }

        // Then
        oracle.verdict("stopped processes", stalls + " SIGSTOP until revived elsewhere, then SIGCONT", Scale.patience())
                .assertNothingLostNothingTwice();
        assertThat(oracle.losses()).isGreaterThanOrEqualTo(stalls);
        assertThat(oracle.failed()).isZero();
    }

    /** Needs the library of Debian's package faketime. */
    @Test
    void agreeOnTheDatabasesTime_whateverTheirOwn() throws Exception {
        Scale.requireLong();
        // Given
        var library =
                LIBRARIES.stream().filter(file -> Files.exists(Path.of(file))).findFirst();
        assumeThat(library).as("apt-get install faketime").isPresent();
        var replicas = rig.replicas(2);
        Load.strategy(rig, "clocks", 4, Map.of());
        restartAhead(replicas.getLast(), library.orElseThrow());
        var oracle = new Oracle(rig, ledger);

        // When
        new Load(rig, ledger, "clocks").untilTasks(oracle, Scale.of("clock-tasks", 16, 400));

        // Then
        oracle.verdict("clocks apart", "1 of 2 replicas 10 minutes ahead", Scale.patience())
                .assertNothingLostNothingTwice();
        assertThat(oracle.losses()).isZero();
        assertThat(oracle.failed()).isZero();
        assertThat(rig.database().count("select count(*) from workflow_executions where as_of > now()"))
                .isZero();
    }

    private static Fault suspending(Replica replica) {
        replica.suspend();
        return new Fault.None();
    }

    private static void restartAhead(Replica replica, String library) {
        replica.kill();
        replica.in(Map.of("LD_PRELOAD", library, "FAKETIME", "+10m", "FAKETIME_DONT_FAKE_MONOTONIC", "1"))
                .start();
    }
}
