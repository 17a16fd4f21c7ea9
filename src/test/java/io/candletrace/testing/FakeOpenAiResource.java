package io.candletrace.testing;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Gives a service under test the models {@code fake} and {@code priced}, which has a price, at an
 * endpoint that answers every question. */
public final class FakeOpenAiResource implements QuarkusTestResourceLifecycleManager {
    private Optional<FakeOpenAi> endpoint = Optional.empty();

    @Override
    public Map<String, String> start() {
        var started = FakeOpenAi.start();
        endpoint = Optional.of(started);
        var settings = new HashMap<String, String>();
        for (var model : List.of("fake", "priced")) {
            var prefix = "candletrace.analysis.models." + model;
            settings.put(prefix + ".base-url", started.baseUrl().toString());
            settings.put(prefix + ".api-key", FakeOpenAi.KEY);
            settings.put(prefix + ".model", model + "-model");
        }
        settings.put("candletrace.analysis.models.priced.price.input", "2.5");
        settings.put("candletrace.analysis.models.priced.price.input-cached", "0.25");
        settings.put("candletrace.analysis.models.priced.price.output", "10");
        return settings;
    }

    @Override
    public void stop() {
        endpoint.ifPresent(FakeOpenAi::close);
    }
}
