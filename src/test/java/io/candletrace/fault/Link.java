package io.candletrace.fault;

import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;

/** One connection through a {@link TcpProxy}: two sockets and a thread for each direction. */
final class Link {
    private static final int CHUNK = 64 * 1024;

    private final TcpProxy proxy;
    private final Socket client;
    private final Socket server;
    private final Set<Object> marks = ConcurrentHashMap.newKeySet();
    private final AtomicReference<Optional<Fault>> onReply = new AtomicReference<>(Optional.empty());

    Link(TcpProxy proxy, Socket client, Socket server) {
        this.proxy = proxy;
        this.client = client;
        this.server = server;
    }

    /** What rules noted about what was sent so far. */
    Set<Object> marks() {
        return marks;
    }

    void start() throws SocketException {
        client.setTcpNoDelay(true);
        server.setTcpNoDelay(true);
        Thread.ofVirtual().start(() -> pump(this::sendUp));
        Thread.ofVirtual().start(() -> pump(this::sendDown));
    }

    /** Both sides see a reset instead of an end. */
    void reset() {
        reset(client);
        reset(server);
        proxy.forget(this);
    }

    private void pump(Direction direction) {
        var buffer = new byte[CHUNK];
        try {
            while (direction.move(buffer)) {
                proxy.checkOpen();
            }
            closeQuietly(client);
            closeQuietly(server);
            proxy.forget(this);
        } catch (IOException broken) {
            reset();
        }
    }

    private boolean sendUp(byte[] buffer) throws IOException {
        var count = client.getInputStream().read(buffer);
        if (count < 0) {
            return false;
        }
        proxy.delay(count);
        return switch (proxy.fault(this, new String(buffer, 0, count, StandardCharsets.ISO_8859_1))) {
            case Fault.None _ -> up(buffer, count);
            case Fault.Before(Runnable action) -> cut(action);
            case Fault.Answer(String text) -> answer(text);
            case Fault.Stall _ -> stall();
            case Fault.CutRequest(int bytes) -> up(buffer, Math.min(bytes, count)) && cut(() -> {});
            case Fault.After after -> upThen(after, buffer, count);
            case Fault.CutReply half -> upThen(half, buffer, count);
        };
    }

    private boolean sendDown(byte[] buffer) throws IOException {
        var count = server.getInputStream().read(buffer);
        if (count < 0) {
            return false;
        }
        var pending = onReply.getAndSet(Optional.empty());
        if (pending.isEmpty()) {
            proxy.delay(count);
            return down(buffer, count);
        }
        return switch (pending.get()) {
            case Fault.After(Runnable action) -> cut(action);
            case Fault.CutReply(int bytes) -> down(buffer, Math.min(bytes, count)) && cut(() -> {});
            default -> throw new IllegalStateException("not a fault of replies: " + pending.get());
        };
    }

    private boolean upThen(Fault fault, byte[] buffer, int count) throws IOException {
        onReply.set(Optional.of(fault));
        return up(buffer, count);
    }

    private boolean up(byte[] buffer, int count) throws IOException {
        server.getOutputStream().write(buffer, 0, count);
        return true;
    }

    private boolean down(byte[] buffer, int count) throws IOException {
        client.getOutputStream().write(buffer, 0, count);
        return true;
    }

    private boolean cut(Runnable action) {
        action.run();
        reset();
        return true;
    }

    private boolean answer(String text) throws IOException {
        client.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
        return stall();
    }

    /** Reads on, until the client has enough, and forwards nothing. */
    private boolean stall() throws IOException {
        client.getInputStream().transferTo(OutputStream.nullOutputStream());
        return false;
    }

    private static void reset(Socket socket) {
        try {
            socket.setSoLinger(true, 0);
        } catch (SocketException closed) {
            return;
        }
        closeQuietly(socket);
    }

    private static void closeQuietly(Socket socket) {
        try {
            socket.close();
        } catch (IOException closedAnyway) {
            // It is of no use any more.
        }
    }

    /** Moves what can be read now; answers whether there can be more. */
    private interface Direction {
        boolean move(byte[] buffer) throws IOException;
    }
}
