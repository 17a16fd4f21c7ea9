package io.candletrace.analysis;

import java.util.List;
import java.util.Optional;

/** Everybody who can be asked: the offline baseline and the models that the configuration names. */
public interface Analysts {
    /** All of them, {@code rules-v1} first, then by name. */
    List<ModelConfig> all();

    /** The one that strategies list under this name. */
    Optional<ModelConfig> find(String name);

    /**
     * Who answers for this model.
     *
     * @throws io.candletrace.failure.ServiceException {@code MISCONFIGURED} when the configuration no longer names it
     */
    Analyst analyst(ModelConfig model);
}
