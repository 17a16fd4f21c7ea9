package io.candletrace.analysis;

import io.candletrace.failure.FailureReason;
import io.candletrace.failure.ServiceException;
import io.candletrace.lineage.CanonicalJson;
import io.candletrace.lineage.Sha256;
import io.quarkus.runtime.Startup;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The offline baseline and the models of the configuration. A configuration that names a bad one stops the start. */
@Startup
@ApplicationScoped
public class ConfiguredAnalysts implements Analysts, AnalystProbe {
    private final List<ModelConfig> all;
    private final Analyst rules;
    private final Endpoints endpoints;

    ConfiguredAnalysts(AnalysisConfig config, Analyst rules, Endpoints endpoints) {
        var configured = new TreeMap<>(config.models())
                .entrySet().stream().map(model -> ConfiguredModel.of(model.getKey(), model.getValue()));
        this.all = Stream.concat(Stream.of(baseline()), configured).toList();
        this.rules = rules;
        this.endpoints = endpoints;
    }

    @Override
    public List<ModelConfig> all() {
        return all;
    }

    @Override
    public Optional<ModelConfig> find(String name) {
        return all.stream().filter(model -> model.name().equals(name)).findFirst();
    }

    @Override
    public Analyst analyst(ModelConfig model) {
        if (!all.contains(model)) {
            throw new ServiceException(
                    FailureReason.MISCONFIGURED,
                    "the configuration has no model '" + model.name() + "' with the parameters that were asked for");
        }
        return model.rules() ? rules : endpoints.analyst(model);
    }

    @Override
    public Uni<Boolean> reachable(ModelConfig model) {
        return model.rules() ? Uni.createFrom().item(true) : endpoints.reachable(model);
    }

    private static ModelConfig baseline() {
        var sha256 = Sha256.of(CanonicalJson.write(Map.of("model", ModelConfig.RULES)));
        return new ModelConfig(ModelConfig.RULES, "rules", ModelConfig.RULES, false, false, sha256);
    }
}
