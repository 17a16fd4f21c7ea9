package io.candletrace.analysis.openai;

import io.candletrace.analysis.AnalysisConfig;
import io.candletrace.analysis.Analyst;
import io.candletrace.analysis.CallGate;
import io.candletrace.analysis.CallLog;
import io.candletrace.analysis.Endpoints;
import io.candletrace.analysis.ModelConfig;
import io.candletrace.analysis.Prices;
import io.candletrace.failure.FailureReason;
import io.candletrace.failure.ServiceException;
import io.candletrace.http.Exchange;
import io.candletrace.http.HttpEndpoint;
import io.candletrace.http.HttpSettings;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Typed;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The OpenAI-compatible endpoints of the configured models; each has its own connections, made when it is first needed. */
@ApplicationScoped
@Typed(Endpoints.class)
public class OpenAiEndpoints implements Endpoints {
    private static final Duration PROBE_PATIENCE = Duration.ofSeconds(5);
    private static final int KEPT_BYTES = 256 * 1024;

    private final AnalysisConfig config;
    private final Line.Ledger ledger;
    private final Vertx vertx;
    private final Clock clock;
    private final Map<String, Opened> opened = new ConcurrentHashMap<>();

    OpenAiEndpoints(AnalysisConfig config, CallGate gate, Prices prices, CallLog log, Vertx vertx, Clock clock) {
        this.config = config;
        this.ledger = new Line.Ledger(gate, prices, log, clock);
        this.vertx = vertx;
        this.clock = clock;
    }

    @Override
    public Analyst analyst(ModelConfig model) {
        return endpoint(model).analyst();
    }

    @Override
    public Uni<Boolean> reachable(ModelConfig model) {
        return endpoint(model).client().get("/models", PROBE_PATIENCE).map(OpenAiEndpoints::accepts);
    }

    // Not every compatible endpoint lists its models, so a 404 is an answer too.
    private static boolean accepts(Exchange exchange) {
        var code = exchange.status().orElse(0);
        return exchange.error().isEmpty() && code < 500 && code != 401 && code != 403;
    }

    @PreDestroy
    void close() {
        opened.values().forEach(endpoint -> endpoint.client().close());
    }

    private Opened endpoint(ModelConfig model) {
        return opened.computeIfAbsent(model.name(), this::open);
    }

    private Opened open(String name) {
        var settings = Optional.ofNullable(config.models().get(name))
                .orElseThrow(() -> new ServiceException(
                        FailureReason.MISCONFIGURED, "the configuration names no model '" + name + "'"));
        var client = new HttpEndpoint(vertx, clock, http(settings));
        return new Opened(client, new OpenAiAnalyst(new Line(config, settings, client, ledger)));
    }

    private static HttpSettings http(AnalysisConfig.Model settings) {
        var headers = settings.apiKey()
                .map(key -> Map.of("Authorization", "Bearer " + key))
                .orElseGet(Map::of);
        // One connection more than questions, so that a probe does not wait for them.
        return new HttpSettings(settings.baseUrl(), headers, settings.concurrency() + 1, KEPT_BYTES, Optional.empty());
    }

    private record Opened(HttpEndpoint client, Analyst analyst) {}
}
