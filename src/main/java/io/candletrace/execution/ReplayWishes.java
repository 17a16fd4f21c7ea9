package io.candletrace.execution;

import io.candletrace.analysis.Analysts;
import io.candletrace.analysis.ModelConfig;
import io.candletrace.failure.FailureReason;
import io.candletrace.failure.ServiceException;
import io.candletrace.lineage.PromptTemplateId;
import io.candletrace.pipeline.ReplaySpec;
import io.candletrace.strategy.PromptPins;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/** Finds what a wish means today: which models, which version of a prompt. */
@ApplicationScoped
class ReplayWishes {
    private static final int DEFAULT_SAMPLES = 3;
    private static final int MAX_SAMPLES = 20;

    private final Analysts analysts;
    private final PromptPins prompts;

    ReplayWishes(Analysts analysts, PromptPins prompts) {
        this.analysts = analysts;
        this.prompts = prompts;
    }

    /** What is to be asked. Fails with {@code IMPOSSIBLE_REQUEST} when the wish contradicts itself or names what is not there. */
    Uni<ReplaySpec> spec(ReplayWish wish) {
        return switch (wish.kind()) {
            case RESAMPLE -> Uni.createFrom().item(() -> resample(wish));
            case COUNTERFACTUAL -> counterfactual(wish);
        };
    }

    private static ReplaySpec resample(ReplayWish wish) {
        if (!wish.models().isEmpty() || wish.prompt().isPresent()) {
            throw impossible("kind: a resample asks the same model the same; models and prompt go with counterfactual");
        }
        var samples = wish.samples().orElse(DEFAULT_SAMPLES);
        if (samples < 1 || samples > MAX_SAMPLES) {
            throw impossible("samples: expected 1 to " + MAX_SAMPLES + ", found " + samples);
        }
        return new ReplaySpec.Resample(samples);
    }

    private Uni<ReplaySpec> counterfactual(ReplayWish wish) {
        if (wish.samples().isPresent()) {
            throw impossible("samples: a counterfactual asks once; samples go with resample");
        }
        if (wish.models().isEmpty() && wish.prompt().isEmpty()) {
            throw impossible("kind: a counterfactual needs models, a prompt, or both");
        }
        requireKnown(wish.models());
        return template(wish.prompt()).map(found -> new ReplaySpec.Counterfactual(wish.models(), found));
    }

    private Uni<Optional<PromptTemplateId>> template(Optional<String> wanted) {
        return wanted.map(name -> prompts.template(name).map(found -> {
                    if (found.isEmpty()) {
                        throw impossible(
                                "prompt: expected a prompt as name, name@version, name/language or name/language@version, found '"
                                        + name + "', and there is none");
                    }
                    return found;
                }))
                .orElseGet(() -> Uni.createFrom().item(Optional.empty()));
    }

    private void requireKnown(List<String> models) {
        var seen = new HashSet<String>();
        for (var model : models) {
            if (analysts.find(model).isEmpty()) {
                var known = analysts.all().stream().map(ModelConfig::name).toList();
                throw impossible("models: expected some of " + known + ", found '" + model + "'");
            }
            if (!seen.add(model)) {
                throw impossible("models: expected each once, found '" + model + "' twice");
            }
        }
    }

    private static ServiceException impossible(String detail) {
        return new ServiceException(FailureReason.IMPOSSIBLE_REQUEST, detail);
    }
}
