package io.candletrace.testing;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;
import java.util.Optional;

/** Gives a service under test the model {@code scripted}, and the test's field of type {@link FakeOpenAi} the endpoint behind it. */
public final class ScriptedModelResource implements QuarkusTestResourceLifecycleManager {
    private Optional<FakeOpenAi> endpoint = Optional.empty();

    @Override
    public Map<String, String> start() {
        var started = FakeOpenAi.start();
        endpoint = Optional.of(started);
        var prefix = "candletrace.analysis.models.scripted.";
        return Map.of(
                prefix + "base-url",
                started.baseUrl().toString(),
                prefix + "api-key",
                FakeOpenAi.KEY,
                prefix + "model",
                "scripted-model");
    }

    @Override
    public void inject(TestInjector injector) {
        endpoint.ifPresent(
                started -> injector.injectIntoFields(started, new TestInjector.MatchesType(FakeOpenAi.class)));
    }

    @Override
    public void stop() {
        endpoint.ifPresent(FakeOpenAi::close);
    }
}
