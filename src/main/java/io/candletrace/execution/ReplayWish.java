package io.candletrace.execution;

import io.candletrace.lineage.CanonicalJson;
import io.candletrace.lineage.Sha256;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Somebody wants something to be asked again: well-formed, not yet checked against what exists.
 *
 * @param kind how
 * @param samples how often; only of a resample
 * @param models our names of who is asked; only of a counterfactual, empty for the one that was asked before
 * @param prompt as a strategy pins it; only of a counterfactual, absent for the one that was used before
 * @param requestedBy who, for people
 */
public record ReplayWish(
        Kind kind, Optional<Integer> samples, List<String> models, Optional<String> prompt, String requestedBy) {
    public ReplayWish {
        models = List.copyOf(models);
    }

    /** Of what is asked for, whoever asks. */
    public Sha256 sha256() {
        var asked = new HashMap<String, Object>(Map.of("kind", kind.name(), "models", models));
        samples.ifPresent(count -> asked.put("samples", count));
        prompt.ifPresent(pinned -> asked.put("prompt", pinned));
        return Sha256.of(CanonicalJson.write(asked));
    }

    /** How something is asked again. */
    public enum Kind {
        /** The same model is sent the same bytes. */
        RESAMPLE,
        /** The same chart is shown to other models, or with another prompt. */
        COUNTERFACTUAL
    }
}
