package io.candletrace.testing;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * A real S3 server (S3Proxy, which checks signatures) in a process of its own, on a free port of the loopback interface. It
 * keeps its objects in memory and ends with {@link #close} or with this JVM.
 */
public final class S3Server implements AutoCloseable {
    /** The key it accepts. */
    public static final String ACCESS_KEY = "candletrace-test";

    /** The secret it accepts. */
    public static final String SECRET_KEY = "candletrace-test-secret";

    /** Written by the build before the integration tests: {@code ./mvnw antrun:run@s3-server} writes it alone. */
    private static final Path CLASS_PATH = Path.of("target", "s3proxy", "classpath");

    /** Without it every byte that Jetty moves is logged. */
    private static final String LOGGING = """
            <configuration>
              <appender name="out" class="ch.qos.logback.core.ConsoleAppender">
                <encoder><pattern>%d %-5level %logger{0} %msg%n</pattern></encoder>
              </appender>
              <root level="INFO"><appender-ref ref="out" /></root>
            </configuration>
            """;

    private static final Duration START = Duration.ofSeconds(60);

    private final Process process;
    private final int port;
    private final Path log;
    private final Thread ending;

    private S3Server(Process process, int port, Path log) {
        this.process = process;
        this.port = port;
        this.log = log;
        ending = new Thread(process::destroyForcibly);
        Runtime.getRuntime().addShutdownHook(ending);
    }

    /** Starts a server and waits until it listens. */
    public static S3Server start() {
        try {
            var port = freePort();
            var directory = Files.createDirectories(CLASS_PATH.resolveSibling("run-" + port));
            var configuration = Files.writeString(directory.resolve("s3proxy.conf"), configuration(port));
            var logging = Files.writeString(directory.resolve("logback.xml"), LOGGING);
            var log = directory.resolve("log");
            var process = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-Dlogback.configurationFile=" + logging.toAbsolutePath(),
                            "-cp",
                            Files.readString(CLASS_PATH).strip(),
                            "org.gaul.s3proxy.Main",
                            "--properties",
                            configuration.toString())
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
            var server = new S3Server(process, port, log);
            server.awaitStart();
            return server;
        } catch (IOException failed) {
            throw new AssertionError("the S3 server's class path should be in " + CLASS_PATH, failed);
        }
    }

    /** Where it listens. */
    public URI url() {
        return URI.create("http://127.0.0.1:" + port);
    }

    /** What the service needs to use this server's bucket. */
    public Map<String, String> configuration(String bucket) {
        return Map.of(
                "candletrace.storage.kind", "s3",
                "candletrace.storage.bucket", bucket,
                "quarkus.minio.host", url().toString(),
                "quarkus.minio.access-key", ACCESS_KEY,
                "quarkus.minio.secret-key", SECRET_KEY);
    }

    @Override
    public void close() {
        process.destroyForcibly();
        process.onExit().orTimeout(START.toSeconds(), TimeUnit.SECONDS).join();
        Runtime.getRuntime().removeShutdownHook(ending);
    }

    private void awaitStart() {
        await().atMost(START).until(() -> listens() || !process.isAlive());
        if (!process.isAlive()) {
            throw new AssertionError("the S3 server should run, but ended: see " + log.toAbsolutePath());
        }
    }

    private boolean listens() {
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1_000);
            return true;
        } catch (IOException notYet) {
            return false;
        }
    }

    /** Somebody else could take it before the server does; then the server ends and the test says so. */
    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static String configuration(int port) {
        return """
                s3proxy.endpoint=http://127.0.0.1:%d
                s3proxy.authorization=aws-v2-or-v4
                s3proxy.identity=%s
                s3proxy.credential=%s
                jclouds.provider=transient-nio2
                jclouds.identity=unused
                jclouds.credential=unused
                """.formatted(port, ACCESS_KEY, SECRET_KEY);
    }
}
