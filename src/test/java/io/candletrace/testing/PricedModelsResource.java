package io.candletrace.testing;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.HashMap;
import java.util.Map;

/**
 * Gives a service under test models whose endpoint is not there, for tests that must not ask any: {@code priced} and {@code
 * seasoned} charge, {@code unpriced} does not say what.
 */
public final class PricedModelsResource implements QuarkusTestResourceLifecycleManager {
    @Override
    public Map<String, String> start() {
        var properties = new HashMap<String, String>();
        for (var model : new String[] {"priced", "seasoned", "unpriced"}) {
            put(properties, model, "base-url", "http://127.0.0.1:9/v1");
            put(properties, model, "model", "model-" + model);
        }
        for (var model : new String[] {"priced", "seasoned"}) {
            put(properties, model, "price.input", "2.5");
            put(properties, model, "price.input-cached", "0.25");
            put(properties, model, "price.output", "10");
            put(properties, model, "retries", "1");
            put(properties, model, "max-output-tokens", "1000");
            put(properties, model, "image-tokens", "2000");
        }
        return properties;
    }

    @Override
    public void stop() {
        // Nothing was started.
    }

    private static void put(Map<String, String> properties, String model, String key, String value) {
        properties.put("candletrace.analysis.models." + model + "." + key, value);
    }
}
