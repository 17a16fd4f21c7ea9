package io.candletrace.testing;

import io.candletrace.analysis.Analyst;
import io.candletrace.analysis.Analysts;
import io.candletrace.analysis.ModelConfig;
import io.candletrace.lineage.Sha256;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Knows some models and asks none. */
public final class FakeAnalysts implements Analysts {

    private final List<ModelConfig> models;

    public FakeAnalysts(String... names) {
        this.models = Stream.of(names)
                .map(name -> new ModelConfig(name, "fake", name, true, true, Sha256.of(name)))
                .toList();
    }

    @Override
    public List<ModelConfig> all() {
        return models;
    }

    @Override
    public Optional<ModelConfig> find(String name) {
        return models.stream().filter(model -> model.name().equals(name)).findFirst();
    }

    @Override
    public Analyst analyst(ModelConfig model) {
        throw new UnsupportedOperationException("nobody is asked here, was " + model.name());
    }
}
