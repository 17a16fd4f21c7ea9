package io.candletrace.api;

import io.candletrace.execution.ReplayWish;
import io.candletrace.execution.ReplayWish.Kind;
import io.candletrace.failure.FailureReason;
import io.candletrace.failure.ServiceException;
import io.candletrace.request.Parameters;
import java.util.List;
import java.util.Optional;

/** What a {@code POST} of replays holds. */
record ReplayInput(
        Optional<String> kind, Optional<Integer> samples, Optional<List<String>> models, Optional<String> prompt) {
    private static final String VERIFY = "verify";
    private static final int MAX_NAME = 200;

    /** Whether nobody is to be asked. */
    boolean verify() {
        var verify = Inputs.required("kind", kind).equals(VERIFY);
        if (verify && (samples.isPresent() || models.isPresent() || prompt.isPresent())) {
            throw impossible("kind: verify asks nobody; samples, models and prompt go with the other kinds");
        }
        return verify;
    }

    ReplayWish toWish() {
        return new ReplayWish(
                asking(),
                samples,
                Inputs.texts("models", models.orElse(List.of())),
                Parameters.text("prompt", prompt, MAX_NAME),
                "api");
    }

    private Kind asking() {
        var word = Inputs.required("kind", kind);
        return switch (word) {
            case "resample" -> Kind.RESAMPLE;
            case "counterfactual" -> Kind.COUNTERFACTUAL;
            default ->
                throw impossible(Parameters.invalid("kind", "one of verify, resample, counterfactual", word)
                        .detail());
        };
    }

    private static ServiceException impossible(String detail) {
        return new ServiceException(FailureReason.IMPOSSIBLE_REQUEST, detail);
    }
}
