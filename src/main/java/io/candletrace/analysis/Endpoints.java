package io.candletrace.analysis;

/** The vendors' endpoints behind the configured models. */
public interface Endpoints extends AnalystProbe {
    /**
     * Who asks this model; the same object for the same model, because it holds the model's connections and its line of
     * waiting questions.
     */
    Analyst analyst(ModelConfig model);
}
