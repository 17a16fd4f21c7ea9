package io.candletrace.fault;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.IntSupplier;

/** A loopback port in front of another one, which delays, throttles, cuts, resets and recognises what goes through. */
final class TcpProxy implements AutoCloseable {
    private static final int BACKLOG = 512;
    private static final Fault NONE = new Fault.None();

    private final ServerSocket listener;
    private final IntSupplier target;
    private final Set<Link> links = ConcurrentHashMap.newKeySet();
    private final List<Rule> rules = new CopyOnWriteArrayList<>();
    private volatile Duration latency = Duration.ZERO;
    private volatile long bytesPerSecond = Long.MAX_VALUE;
    private volatile boolean refusing;

    private TcpProxy(ServerSocket listener, IntSupplier target) {
        this.listener = listener;
        this.target = target;
    }

    /** Stands in front of a port of the loopback interface, which may be another one for each connection. */
    static TcpProxy to(IntSupplier target) {
        try {
            var listener = new ServerSocket(0, BACKLOG, InetAddress.getLoopbackAddress());
            var proxy = new TcpProxy(listener, target);
            Thread.ofVirtual().start(proxy::accept);
            return proxy;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    int port() {
        return listener.getLocalPort();
    }

    /** Every piece, either way, takes so much longer. */
    void delayBy(Duration added) {
        latency = added;
    }

    /** No connection carries more than this, either way. */
    void throttle(long bytesASecond) {
        bytesPerSecond = bytesASecond;
    }

    /** Resets all connections and lets no new one in until told otherwise. */
    void refuse(boolean refuse) {
        refusing = refuse;
        if (refuse) {
            resetAll();
        }
    }

    void resetAll() {
        links.forEach(Link::reset);
    }

    void add(Rule rule) {
        rules.add(rule);
    }

    /** Forwards everything at once again. */
    void clear() {
        rules.clear();
        latency = Duration.ZERO;
        bytesPerSecond = Long.MAX_VALUE;
        refusing = false;
    }

    @Override
    public void close() {
        try {
            listener.close();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        resetAll();
    }

    Fault fault(Link link, String text) {
        return rules.stream()
                .map(rule -> rule.sent(link, text))
                .filter(fault -> !(fault instanceof Fault.None))
                .findFirst()
                .orElse(NONE);
    }

    void delay(int bytes) {
        var nanos = latency.toNanos() + (long) (bytes * 1e9 / bytesPerSecond);
        if (nanos > 0) {
            Pause.of(Duration.ofNanos(nanos));
        }
    }

    void checkOpen() throws SocketException {
        if (listener.isClosed()) {
            throw new SocketException("the proxy is closed");
        }
    }

    void forget(Link link) {
        links.remove(link);
    }

    private void accept() {
        while (!listener.isClosed()) {
            try {
                var client = listener.accept();
                Thread.ofVirtual().start(() -> connect(client));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void connect(Socket client) {
        try {
            var server = new Socket();
            var link = new Link(this, client, server);
            if (refusing) {
                link.reset();
                return;
            }
            links.add(link);
            try {
                server.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), target.getAsInt()), 2_000);
                link.start();
            } catch (IOException unreachable) {
                link.reset();
            }
        } catch (RuntimeException failure) {
            throw new IllegalStateException("no way to port " + target.getAsInt(), failure);
        }
    }
}
