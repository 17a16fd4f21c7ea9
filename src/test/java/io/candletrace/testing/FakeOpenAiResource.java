package io.candletrace.testing;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;
import java.util.Optional;

/** Gives a service under test the model {@code fake} at an endpoint that answers every question. */
public final class FakeOpenAiResource implements QuarkusTestResourceLifecycleManager {
    private Optional<FakeOpenAi> endpoint = Optional.empty();

    @Override
    public Map<String, String> start() {
        var started = FakeOpenAi.start();
        endpoint = Optional.of(started);
        return Map.of(
                "candletrace.analysis.models.fake.base-url",
                started.baseUrl().toString(),
                "candletrace.analysis.models.fake.api-key",
                FakeOpenAi.KEY,
                "candletrace.analysis.models.fake.model",
                "fake-model");
    }

    @Override
    public void stop() {
        endpoint.ifPresent(FakeOpenAi::close);
    }
}
