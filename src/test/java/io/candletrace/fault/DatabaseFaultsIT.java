package io.candletrace.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

/** A database that goes away, loses answers or is slow. */
class DatabaseFaultsIT {
    private static final Duration COMES = Duration.ofSeconds(60);
    private static final int EVERY = 7;

    private final Rig rig = Rig.shared();
    private final Ledger ledger = new Ledger();

    @Test
    void isWaitedFor_whenItStopsAtOnce() throws Exception {
        // Given
        var replicas = rig.replicas(2);
        Load.strategy(rig, "outage", 3, Map.of());
        var oracle = new Oracle(rig, ledger);
        var outage = Scale.seconds("outage", 4, 30);

        // When
        try (var load = new Load(rig, ledger, "outage").inBackground()) {
            load.awaitTasks(oracle, 12);
            rig.database().stopImmediately();
            replicas.forEach(DatabaseFaultsIT::assertUnreadyAndAlive);
            Pause.of(outage);
            rig.database().startAgain();
            replicas.forEach(Replica::awaitReady);
            load.awaitTasks(oracle, 12);
        }

        // Then
        oracle.verdict(
                        "database stopped",
                        "PostgreSQL stopped with -m immediate for " + outage.toSeconds() + " s",
                        Scale.patience())
                .assertNothingLostNothingTwice();
        assertThat(oracle.failed()).isZero();
    }

    /** The commit happened; whoever sent it learns that the connection broke. */
    @Test
    void isAskedWhatBecameOfACommit_whoseAnswerWasLost() throws Exception {
        // Given
        var replicas = rig.replicas(2);
        Load.strategy(rig, "resets", 3, Map.of());
        var oracle = new Oracle(rig, ledger);
        var resets = Scale.of("resets", 50, 1_000);

        // When
        var triggers = replicas.stream()
                .map(replica -> lostCommits(replica, resets / 2))
                .toList();
        try (var _ = new Load(rig, ledger, "resets").inBackground()) {
            triggers.forEach(trigger -> trigger.awaitFired(COMES.multipliedBy(1 + resets / 50)));
        }
        rig.heal();

        // Then
        oracle.verdict("lost commits", resets + " connections reset after COMMIT", Scale.patience())
                .assertNothingLostNothingTwice();
        assertThat(oracle.failed()).isZero();
    }

    /** Each answer takes so long that the clients need more connections than there are. */
    @Test
    void makesClientsWait_whenNoConnectionIsFree() throws Exception {
        Scale.requireLong();
        // Given
        var replicas = rig.replicas(2);
        Load.strategy(rig, "slow", 2, Map.of());
        var oracle = new Oracle(rig, ledger);
        var load = new Load(rig, ledger, "slow");
        var clients = Scale.of("clients-of-a-slow-database", 40, 200);
        replicas.forEach(replica -> replica.database().delayBy(Duration.ofMillis(100)));

        // When
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var client = 0; client < clients; client++) {
                var api = replicas.get(client % replicas.size()).api();
                threads.submit(() -> load.ask(api, Optional.of(UUID.randomUUID().toString())));
            }
        }
        rig.heal();

        // Then
        oracle.verdict("pool exhausted", clients + " clients at once, 100 ms more each way", Scale.patience())
                .assertNothingLostNothingTwice();
        assertThat(oracle.failed()).isZero();
    }

    private static Trigger lostCommits(Replica replica, int times) {
        var trigger = Trigger.committing("", () -> new Fault.After(() -> {})).each(EVERY, times);
        replica.database().add(trigger);
        return trigger;
    }

    private static void assertUnreadyAndAlive(Replica replica) {
        await().atMost(COMES).until(() -> !replica.api().ready());
        assertThat(List.of(replica.api().live(), replica.isAlive())).containsOnly(true);
    }
}
