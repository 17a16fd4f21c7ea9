package io.candletrace.pipeline;

import io.candletrace.journal.AnalysisOutline;
import io.candletrace.lineage.PromptTemplateId;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** What is asked again about charts that were asked about before. */
public sealed interface ReplaySpec {
    /** The questions whose answers stand against an analysis; empty when it was asked just that. */
    List<Ask> asks(AnalysisOutline original);

    /** Whether a replay stands against an analysis. */
    default boolean compares(AnalysisOutline original, AnalysisOutline replay) {
        var asked = replay.asked();
        return original.sameChart(replay)
                && asks(original).contains(new Ask(asked.model(), asked.template(), asked.sampleNo()));
    }

    /**
     * One question about a chart.
     *
     * @param model our name of who is asked
     * @param template the prompt's version
     * @param sampleNo from 1
     */
    record Ask(String model, PromptTemplateId template, int sampleNo) {
        boolean sameModel(AnalysisOutline original) {
            return model.equals(original.asked().model());
        }

        private boolean repeats(AnalysisOutline original) {
            return sameModel(original) && template.equals(original.asked().template());
        }
    }

    /**
     * The same model is sent the same bytes.
     *
     * @param samples how often; positive
     */
    record Resample(int samples) implements ReplaySpec {
        @Override
        public List<Ask> asks(AnalysisOutline original) {
            var asked = original.asked();
            return IntStream.rangeClosed(1, samples)
                    .mapToObj(sample -> new Ask(asked.model(), asked.template(), sample))
                    .toList();
        }
    }

    /**
     * The same chart is shown to other models, with another prompt, or both; once each.
     *
     * @param models our names; empty for the one that was asked before
     * @param prompt the version; absent for the one that was used before
     */
    record Counterfactual(List<String> models, Optional<PromptTemplateId> prompt) implements ReplaySpec {
        public Counterfactual {
            models = List.copyOf(models);
        }

        @Override
        public List<Ask> asks(AnalysisOutline original) {
            var asked = original.asked();
            var who = models.isEmpty() ? List.of(asked.model()) : models;
            return who.stream()
                    .map(model -> new Ask(model, prompt.orElse(asked.template()), 1))
                    .filter(ask -> !ask.repeats(original))
                    .toList();
        }
    }
}
