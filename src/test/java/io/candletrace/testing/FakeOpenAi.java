package io.candletrace.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * An OpenAI-compatible endpoint on a free loopback port. It answers 400 to a request that breaks the published schema and 401 to a wrong key; to
 * the others it plays its script, one line a request, and when that is over a well-formed verdict made from the prompt.
 */
public final class FakeOpenAi implements AutoCloseable {
    /** The one key it accepts. */
    public static final String KEY = "sk-test-0123456789";

    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Deque<Line> script = new ArrayDeque<>();
    private final List<Asked> asked = new CopyOnWriteArrayList<>();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Supplier<Line> otherwise;
    private final boolean remembers;

    private FakeOpenAi(HttpServer server, Supplier<Line> otherwise, boolean remembers) {
        this.server = server;
        this.otherwise = otherwise;
        this.remembers = remembers;
    }

    /** One answer of the script. */
    public interface Line {
        void play(Asked asked, Stage stage) throws IOException;
    }

    /**
     * Where a line is played.
     *
     * @param exchange the request in progress
     * @param closed opens when the endpoint is closed
     */
    public record Stage(HttpExchange exchange, CountDownLatch closed) {
        /** Sends a whole answer. */
        public void send(int status, String mediaType, String body) throws IOException {
            var bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", mediaType);
            exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
            try (var content = exchange.getResponseBody()) {
                content.write(bytes);
            }
        }

        /** Waits until the endpoint is closed, or this long. */
        public boolean waitFor(long millis) {
            try {
                return closed.await(millis, TimeUnit.MILLISECONDS);
            } catch (InterruptedException over) {
                Thread.currentThread().interrupt();
                return true;
            }
        }
    }

    /** Starts it. */
    public static FakeOpenAi start() {
        return start(FakeAnswers::wellFormed, true);
    }

    /**
     * Starts one that plays these lines without end and neither checks nor remembers what it is asked, so that it can be asked
     * much and for long.
     */
    public static FakeOpenAi playing(Supplier<Line> lines) {
        return start(lines, false);
    }

    /** Starts one that answers so when its script is over. */
    public static FakeOpenAi start(Line otherwise) {
        return start(() -> otherwise, true);
    }

    private static FakeOpenAi start(Supplier<Line> otherwise, boolean remembers) {
        try {
            var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            var fake = new FakeOpenAi(server, otherwise, remembers);
            server.setExecutor(fake.threads);
            server.createContext("/v1/chat/completions", fake::complete);
            server.createContext("/v1/models", fake::models);
            server.start();
            return fake;
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** What it answers next, one line a request. */
    public FakeOpenAi script(Line... lines) {
        synchronized (script) {
            script.addAll(List.of(lines));
        }
        return this;
    }

    /** The base URL to configure. */
    public URI baseUrl() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/v1");
    }

    /** Every request for an answer so far, whatever came of it. */
    public List<Asked> asked() {
        return List.copyOf(asked);
    }

    @Override
    public void close() {
        closed.countDown();
        server.stop(0);
        threads.shutdownNow();
    }

    private void models(HttpExchange exchange) throws IOException {
        var stage = new Stage(exchange, closed);
        stage.send(authorised(exchange) ? 200 : 401, "application/json", "{\"data\": []}");
    }

    private void complete(HttpExchange exchange) throws IOException {
        var stage = new Stage(exchange, closed);
        var request = new Asked(JSON.readTree(exchange.getRequestBody().readAllBytes()));
        if (remembers) {
            asked.add(request);
        }
        if (!authorised(exchange)) {
            stage.send(401, "application/json", "{\"error\": {\"message\": \"Incorrect API key provided\"}}");
            return;
        }
        var wrong = remembers ? request.wrong() : Optional.<String>empty();
        if (wrong.isPresent()) {
            stage.send(
                    400, "application/json", JSON.writeValueAsString(Map.of("error", Map.of("message", wrong.get()))));
            return;
        }
        next().play(request, stage);
    }

    private Line next() {
        synchronized (script) {
            return Optional.ofNullable(script.poll()).orElseGet(otherwise);
        }
    }

    private static boolean authorised(HttpExchange exchange) {
        return ("Bearer " + KEY).equals(exchange.getRequestHeaders().getFirst("Authorization"));
    }

    /**
     * A request as it came.
     *
     * @param body its JSON
     */
    public record Asked(JsonNode body) {
        /** The text of the system message. */
        public String system() {
            return body.at("/messages/0/content").asText();
        }

        /** The text of the user message. */
        public String text() {
            var content = body.at("/messages/1/content");
            return content.isTextual()
                    ? content.textValue()
                    : content.at("/0/text").asText();
        }

        /** The picture, decoded from its data URL; empty when there is none. */
        public Optional<byte[]> picture() {
            return Pictures.ofDataUrl(
                    body.at("/messages/1/content/1/image_url/url").asText());
        }

        private Optional<String> wrong() {
            return PublishedSchema.wrong(body).or(this::misshapen);
        }

        private Optional<String> misshapen() {
            if (!body.at("/messages/0/role").asText().equals("system")
                    || !body.at("/messages/1/role").asText().equals("user")) {
                return Optional.of("expected a system and a user message");
            }
            var content = body.at("/messages/1/content");
            return content.size() > 1 && picture().filter(Pictures::isJpeg).isEmpty()
                    ? Optional.of("the image is no JPEG in a data URL")
                    : Optional.empty();
        }
    }
}
