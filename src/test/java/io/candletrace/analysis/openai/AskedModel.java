package io.candletrace.analysis.openai;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.candletrace.analysis.Analysis;
import io.candletrace.analysis.AnalysisConfig;
import io.candletrace.analysis.ModelConfig;
import io.candletrace.failure.FailureReason;
import io.candletrace.failure.ServiceException;
import io.candletrace.lineage.Sha256;
import io.candletrace.testing.FakeCallGate;
import io.candletrace.testing.FakeCallLog;
import io.candletrace.testing.FakeOpenAi;
import io.candletrace.testing.FakePrices;
import io.candletrace.testing.ModelSettings;
import io.candletrace.testing.SampleQuestions;
import io.vertx.core.Vertx;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** A model at some endpoint, its settings, and what it leaves behind. */
final class AskedModel implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final ModelConfig MODEL = new ModelConfig("mine", "127.0.0.1", "m", true, true, Sha256.of("m"));

    private final Vertx vertx;
    private final Map<String, String> settings = new HashMap<>();
    private final List<OpenAiEndpoints> made = new ArrayList<>();
    private final FakeCallGate gate = new FakeCallGate();
    private final FakeCallLog log = new FakeCallLog(gate);
    private FakePrices prices = new FakePrices();

    AskedModel(Vertx vertx, URI baseUrl) {
        this.vertx = vertx;
        settings.putAll(Map.of("base-url", baseUrl.toString(), "model", "m", "api-key", FakeOpenAi.KEY));
    }

    AskedModel with(String key, String value) {
        settings.put(key, value);
        made.clear();
        return this;
    }

    Analysis analyse() {
        return analyse(1);
    }

    /** Asks in this attempt of the task. */
    Analysis analyse(int attempt) {
        return endpoints()
                .analyst(MODEL)
                .analyse(SampleQuestions.question(MODEL, attempt))
                .await()
                .atMost(PATIENCE);
    }

    /** What it fails with, which has to be this. */
    ServiceException failsWith(FailureReason reason, String detail) {
        var failure = catchThrowableOfType(ServiceException.class, this::analyse);
        assertThat(failure.reason()).isEqualTo(reason);
        assertThat(failure.detail()).contains(detail);
        return failure;
    }

    boolean analyseOnAContext() {
        var same = new CompletableFuture<Boolean>();
        var context = vertx.getOrCreateContext();
        context.runOnContext(started -> endpoints()
                .analyst(MODEL)
                .analyse(SampleQuestions.question(MODEL))
                .subscribe()
                .with(answer -> same.complete(Vertx.currentContext() == context), same::completeExceptionally));
        return same.orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS).join();
    }

    boolean reachable() {
        return endpoints().reachable(MODEL).await().atMost(PATIENCE);
    }

    FakeCallLog log() {
        return log;
    }

    AskedModel priced(String... tiers) {
        prices = new FakePrices(tiers);
        made.clear();
        return this;
    }

    FakeCallGate gate() {
        return gate;
    }

    AnalysisConfig config() {
        return ModelSettings.config(Map.of(MODEL.name(), settings));
    }

    @Override
    public void close() {
        made.forEach(OpenAiEndpoints::close);
    }

    private synchronized OpenAiEndpoints endpoints() {
        if (made.isEmpty()) {
            made.add(new OpenAiEndpoints(config(), gate, prices, log, vertx, Clock.systemUTC()));
        }
        return made.getLast();
    }
}
