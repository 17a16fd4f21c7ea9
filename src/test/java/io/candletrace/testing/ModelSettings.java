package io.candletrace.testing;

import io.candletrace.analysis.AnalysisConfig;
import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** The analysis configuration as the service would read it from these settings. */
public final class ModelSettings {
    private static final String PREFIX = "candletrace.analysis.models.";

    private ModelSettings() {}

    /** A configuration of models, by name, each with its settings in kebab-case. */
    public static AnalysisConfig config(Map<String, Map<String, String>> models) {
        var properties = new HashMap<String, String>();
        models.forEach((name, settings) ->
                settings.forEach((key, value) -> properties.put(PREFIX + "\"" + name + "\"." + key, value)));
        return new SmallRyeConfigBuilder()
                .withConverter(Duration.class, 200, new DurationConverter())
                .withMapping(AnalysisConfig.class)
                .withSources(new PropertiesConfigSource(properties, "test", 500))
                .build()
                .getConfigMapping(AnalysisConfig.class);
    }
}
