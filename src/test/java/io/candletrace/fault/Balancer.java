package io.candletrace.fault;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/** One port in front of the replicas that say they are ready; who is, is asked every so often, as any balancer does. */
final class Balancer implements AutoCloseable {
    private static final Duration BETWEEN_PROBES = Duration.ofMillis(100);
    private static final int PATIENCE_MS = 30_000;

    private final List<Replica> replicas;
    private final TcpProxy proxy = TcpProxy.to(this::next);
    private final AtomicBoolean over = new AtomicBoolean();
    private final AtomicInteger turn = new AtomicInteger();
    private volatile List<Replica> ready;

    Balancer(List<Replica> replicas) {
        this.replicas = replicas;
        this.ready = replicas;
        Thread.ofVirtual().start(this::probe);
    }

    /** One request on a connection of its own; answers its status. */
    int post(String path, String json) {
        try {
            var uri = URI.create("http://127.0.0.1:" + proxy.port() + path);
            var connection = (HttpURLConnection) uri.toURL().openConnection();
            connection.setRequestMethod("POST");
            connection.setRequestProperty("Content-Type", "application/json");
            connection.setRequestProperty("Connection", "close");
            connection.setReadTimeout(PATIENCE_MS);
            connection.setDoOutput(true);
            connection.getOutputStream().write(json.getBytes(StandardCharsets.UTF_8));
            return connection.getResponseCode();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    public void close() {
        over.set(true);
        proxy.close();
    }

    private int next() {
        var candidates = ready;
        return candidates
                .get(Math.floorMod(turn.getAndIncrement(), candidates.size()))
                .port();
    }

    private void probe() {
        while (!over.get()) {
            var found =
                    replicas.stream().filter(replica -> replica.api().ready()).toList();
            if (!found.isEmpty()) {
                ready = found;
            }
            Pause.of(BETWEEN_PROBES);
        }
    }
}
