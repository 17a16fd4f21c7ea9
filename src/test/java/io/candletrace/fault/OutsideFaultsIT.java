package io.candletrace.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A store and a model that do not do what they should. */
class OutsideFaultsIT {
    private static final Duration COMES = Duration.ofSeconds(60);
    private static final String BODY =
            "<?xml version=\"1.0\"?><Error><Code>SlowDown</Code><Message>Please reduce your request rate.</Message></Error>";
    private static final String SLOW_DOWN =
            "HTTP/1.1 503 Slow Down\r\nContent-Type: application/xml\r\nContent-Length: " + BODY.length()
                    + "\r\nConnection: close\r\n\r\n" + BODY;

    /** Some pictures are larger than this, and every head of a request or an answer is smaller. */
    private static final int HALF = 8_000;

    private final Rig rig = Rig.shared();
    private final Ledger ledger = new Ledger();

    @Test
    void leaveEveryObjectWhole_whateverTheStoreDoes() throws Exception {
        // Given
        var replicas = rig.replicas(2);
        Load.strategy(rig, "store", 3, Map.of());
        var oracle = new Oracle(rig, ledger);
        var times = Scale.of("store-faults", 1, 50);

        // When
        try (var _ = new Load(rig, ledger, "store").inBackground()) {
            replicas.stream()
                    .flatMap(replica -> faults(replica, times))
                    .toList()
                    .forEach(trigger -> trigger.awaitFired(COMES.multipliedBy(times)));
        }
        rig.heal();

        // Then
        oracle.verdict(
                        "store faults",
                        times * replicas.size() + " each of: 503, stall, request cut, answer cut, answer lost",
                        Scale.patience())
                .assertNothingLostNothingTwice();
        assertThat(oracle.failed()).isZero();
    }

    @Test
    void areWaitedFor_whenTheModelIsDown() throws Exception {
        Scale.requireLong();
        // Given
        var replicas = rig.replicas(2);
        Load.strategy(rig, "model", 3, Map.of());
        var oracle = new Oracle(rig, ledger);
        var outage = Scale.seconds("model-outage", 4, 60);

        // When
        try (var load = new Load(rig, ledger, "model").inBackground()) {
            load.awaitTasks(oracle, 12);
            replicas.forEach(replica -> replica.model().refuse(true));
            Pause.of(outage);
            rig.heal();
            load.awaitTasks(oracle, 12);
        }

        // Then
        oracle.verdict("model down", "the model refused for " + outage.toSeconds() + " s", Scale.patience())
                .assertNothingLostNothingTwice();
        assertThat(oracle.failed()).isZero();
    }

    private static Stream<Trigger> faults(Replica replica, int times) {
        var put = "put /";
        return Stream.of(
                        Trigger.sending(put, () -> new Fault.Answer(SLOW_DOWN)).each(5, times),
                        Trigger.sending(put, Fault.Stall::new).each(7, times),
                        Trigger.sending(put, () -> new Fault.CutRequest(HALF)).each(11, times),
                        Trigger.sending(put, () -> new Fault.After(() -> {})).each(13, times),
                        Trigger.sending("get /", () -> new Fault.CutReply(HALF)).each(17, times))
                .peek(trigger -> replica.store().add(trigger));
    }
}
