package io.candletrace.fault;

import io.candletrace.testing.FakeOpenAi;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** One database, one store, one model, and as many processes of the service as a case wants; shared by all cases of a run. */
final class Rig {
    private static final Map<String, String> SETTINGS = Map.ofEntries(
            Map.entry("quarkus.datasource.username", "postgres"),
            Map.entry("quarkus.datasource.password", "postgres"),
            Map.entry("candletrace.feed.source", "synthetic"),
            Map.entry("candletrace.launch.demo", "false"),
            Map.entry("candletrace.chart.width-px", "800"),
            Map.entry("candletrace.chart.height-px", "600"),
            Map.entry("candletrace.queue.in-flight", "6"),
            Map.entry("candletrace.queue.polling-interval", "100ms"),
            Map.entry("candletrace.queue.heartbeat-interval", "1s"),
            Map.entry("candletrace.queue.shutdown-patience", "5s"),
            Map.entry("candletrace.execution.attempts", "12"),
            Map.entry("candletrace.execution.losses", "20"),
            Map.entry("quarkus.shutdown.delay", "1S"),
            Map.entry("candletrace.execution.back-off", "500ms"),
            Map.entry("candletrace.reconciliation.grace", "1s"),
            Map.entry("candletrace.reconciliation.every", "off"),
            Map.entry("candletrace.storage.s3.request-timeout", "PT3S"),
            Map.entry("candletrace.analysis.models.fake.api-key", FakeOpenAi.KEY),
            Map.entry("candletrace.analysis.models.fake.model", "fake-model"),
            Map.entry("candletrace.analysis.models.fake.timeout", "10s"),
            Map.entry("candletrace.analysis.models.fake.concurrency", "16"),
            Map.entry("candletrace.analysis.models.fake.daily-tokens", "1000000000000"),
            Map.entry("candletrace.analysis.models.fake.max-output-tokens", "300"));

    private final Postgres database = Postgres.start();
    private final Store store = new Store();
    private final Model model = new Model();
    private final List<Replica> replicas = new ArrayList<>();

    private Rig() {
        Runtime.getRuntime().addShutdownHook(new Thread(this::close));
    }

    /** The one of this run; it ends with the tests' JVM. */
    static Rig shared() {
        return Shared.RIG;
    }

    Postgres database() {
        return database;
    }

    Store store() {
        return store;
    }

    Model model() {
        return model;
    }

    List<Replica> replicas() {
        return List.copyOf(replicas);
    }

    /** So many ready processes with the usual settings, and no fault anywhere. */
    List<Replica> replicas(int count) {
        return replicas(count, Map.of());
    }

    /** So many ready processes with these settings beside the usual ones, and no fault anywhere. */
    List<Replica> replicas(int count, Map<String, String> more) {
        while (replicas.size() < count) {
            replicas.add(replica("replica-" + (replicas.size() + 1)));
        }
        var wanted = replicas.subList(0, count);
        replicas.subList(count, replicas.size()).forEach(Replica::kill);
        heal();
        wanted.forEach(replica -> configure(replica, more));
        wanted.getFirst().archive();
        wanted.stream().filter(replica -> !replica.isAlive()).forEach(Replica::launch);
        wanted.forEach(Replica::awaitReady);
        return List.copyOf(wanted);
    }

    /** Lets everything through again. */
    void heal() {
        replicas.forEach(Rig::heal);
    }

    private static void heal(Replica replica) {
        if (replica.isAlive()) {
            replica.resume();
        }
        List.of(replica.database(), replica.store(), replica.model()).forEach(TcpProxy::clear);
    }

    /** One that runs with other settings is started again. */
    private void configure(Replica replica, Map<String, String> more) {
        var settings = new HashMap<>(SETTINGS);
        settings.putAll(store.configuration());
        settings.putAll(addresses(replica));
        settings.putAll(more);
        if (!replica.isConfigured(settings)) {
            replica.kill();
            replica.configure(settings);
        }
    }

    /** Without prepared statements on the server each statement's text can be seen on its way. */
    private static Map<String, String> addresses(Replica replica) {
        var postgres = "://127.0.0.1:" + replica.database().port() + "/postgres";
        return Map.of(
                "quarkus.datasource.jdbc.url", "jdbc:postgresql" + postgres + "?prepareThreshold=0",
                "quarkus.datasource.reactive.url", "postgresql" + postgres,
                "quarkus.datasource.reactive.cache-prepared-statements", "false",
                "quarkus.minio.host", "http://127.0.0.1:" + replica.store().port(),
                "candletrace.analysis.models.fake.base-url",
                        "http://127.0.0.1:" + replica.model().port() + "/v1");
    }

    private Replica replica(String name) {
        return new Replica(name, TcpProxy.to(database::port), TcpProxy.to(store::port), TcpProxy.to(model::port));
    }

    private void close() {
        replicas.forEach(Replica::close);
        model.close();
    }

    private static final class Shared {
        static final Rig RIG = new Rig();
    }
}
