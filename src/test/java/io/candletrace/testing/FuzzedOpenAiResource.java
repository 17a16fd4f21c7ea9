package io.candletrace.testing;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Gives a service under test the models {@code fuzz-0} to {@code fuzz-24} at an endpoint whose answers are all damaged. */
public final class FuzzedOpenAiResource implements QuarkusTestResourceLifecycleManager {
    /** How many models there are. */
    public static final int MODELS = 25;

    private static final long SEED = 20251124;

    private Optional<FakeOpenAi> endpoint = Optional.empty();

    @Override
    public Map<String, String> start() {
        var started = FakeOpenAi.playing(new FuzzedAnswers(SEED));
        endpoint = Optional.of(started);
        var settings = new HashMap<String, String>();
        for (var i = 0; i < MODELS; i++) {
            var model = "candletrace.analysis.models.fuzz-" + i;
            settings.put(model + ".base-url", started.baseUrl().toString());
            settings.put(model + ".api-key", FakeOpenAi.KEY);
            settings.put(model + ".model", "fuzz");
            settings.put(model + ".daily-tokens", "1000000000");
        }
        return settings;
    }

    @Override
    public void stop() {
        endpoint.ifPresent(FakeOpenAi::close);
    }
}
