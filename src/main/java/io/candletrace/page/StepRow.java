package io.candletrace.page;

import io.candletrace.journal.StepRecord;

/**
 * A step of a lineage.
 *
 * @param about timeframe and model, where it has them
 * @param input hash of what it worked on; empty when it has none
 * @param output hash of what it made; empty when it has none
 * @param error empty when it did not fail
 */
public record StepRow(
        String name,
        String about,
        int attempt,
        String status,
        String started,
        String took,
        String input,
        String output,
        String error) {

    private static final int SHORT = 12;

    static StepRow of(StepRecord step) {
        return new StepRow(
                step.stepName(),
                (step.timeframe().map(Words::timeframe).orElse("") + " "
                                + step.modelName().orElse(""))
                        .strip(),
                step.attempt(),
                step.status(),
                Words.time(step.startedAt()),
                Words.millis(step.durationMs()),
                step.inputSha256().orElse(""),
                step.outputSha256().orElse(""),
                step.error().orElse(""));
    }

    /** The beginning of the input's hash. */
    public String shortInput() {
        return shortened(input);
    }

    /** The beginning of the output's hash. */
    public String shortOutput() {
        return shortened(output);
    }

    private static String shortened(String hash) {
        return hash.isEmpty() ? Words.NONE : hash.substring(0, SHORT) + "…";
    }
}
