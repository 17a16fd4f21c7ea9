package io.candletrace.testing;

import io.candletrace.testing.FakeOpenAi.Asked;
import io.candletrace.testing.FakeOpenAi.Stage;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentMap;

/**
 * Gives a service under test the models {@code calm} and {@code other}, which say what a test wants, and then what is well-formed. A
 * test with a field of type {@code ConcurrentMap<String, Queue<String>>} gets their scripts: texts, or {@code HTTP 400} for a status.
 */
public final class TwoModelsResource implements QuarkusTestResourceLifecycleManager {
    /** Has a price. */
    public static final String CALM = "calm";

    /** Has none. */
    public static final String OTHER = "other";

    private static final String STATUS = "HTTP ";

    private final ConcurrentMap<String, Queue<String>> scripts =
            new ConcurrentHashMap<>(Map.of(CALM, new ConcurrentLinkedQueue<>(), OTHER, new ConcurrentLinkedQueue<>()));
    private Optional<FakeOpenAi> endpoint = Optional.empty();

    /** What a model says next. */
    public static void says(Map<String, Queue<String>> scripts, String model, String... texts) {
        Optional.ofNullable(scripts.get(model)).orElseThrow().addAll(List.of(texts));
    }

    @Override
    public Map<String, String> start() {
        var started = FakeOpenAi.start(this::play);
        endpoint = Optional.of(started);
        var settings = new HashMap<String, String>();
        for (var model : scripts.keySet()) {
            var prefix = "candletrace.analysis.models." + model + ".";
            settings.put(prefix + "base-url", started.baseUrl().toString());
            settings.put(prefix + "api-key", FakeOpenAi.KEY);
            settings.put(prefix + "model", model);
            settings.put(prefix + "daily-tokens", "100000000");
        }
        settings.put("candletrace.analysis.models.calm.price.input", "2.5");
        settings.put("candletrace.analysis.models.calm.price.output", "10");
        return settings;
    }

    @Override
    public void inject(TestInjector injector) {
        injector.injectIntoFields(scripts, field -> field.getType().equals(ConcurrentMap.class));
    }

    @Override
    public void stop() {
        endpoint.ifPresent(FakeOpenAi::close);
    }

    private void play(Asked asked, Stage stage) throws IOException {
        var line = Optional.ofNullable(scripts.get(asked.body().path("model").asText()))
                .map(Queue::poll)
                .map(TwoModelsResource::line)
                .orElseGet(FakeAnswers::wellFormed);
        line.play(asked, stage);
    }

    private static FakeOpenAi.Line line(String text) {
        return text.startsWith(STATUS)
                ? FakeAnswers.fails(Integer.parseInt(text.substring(STATUS.length())))
                : FakeAnswers.says(text);
    }
}
