package io.candletrace.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a case left behind.
 *
 * @param name the case's
 * @param faults what was done to the service, in words and numbers
 * @param tasks accepted in this case
 * @param failed tasks that ended failed
 * @param revivals attempts beyond each task's first
 * @param seconds from the first request to the drained queue
 * @param lost acknowledged executions that are not there, and tasks and executions without an end
 * @param incomplete completed tasks without exactly one chart, analysis and signal for what was asked
 * @param duplicates charts, analyses and signals that were made more than once
 * @param dangling rows whose object is missing or does not hash to the row
 * @param orphans objects without a row after reconciliation
 * @param stuck rows left in the queue, and reservations that nobody settled
 * @param modelCalls requests that the model's endpoint saw
 * @param modelCallsAllowed analyses, revivals and answered retries together
 * @param stepsAfterEnd steps that started after their execution had ended
 */
record Verdict(
        String name,
        String faults,
        long tasks,
        long failed,
        long revivals,
        long seconds,
        long lost,
        long incomplete,
        long duplicates,
        long dangling,
        long orphans,
        long stuck,
        long modelCalls,
        long modelCallsAllowed,
        long stepsAfterEnd) {

    private static final Path FOLDER = Path.of("target", "faults");
    private static final String HEADINGS =
            "| case | faults | tasks | failed | revivals | s | lost | incomplete | duplicates | dangling"
                    + " | orphans | stuck | model calls / allowed | steps after end |";

    /** Writes the figures down, and fails unless nothing was lost and nothing was done twice. */
    void assertNothingLostNothingTwice() {
        write();
        assertThat(modelCalls).as("model calls of %s", name).isLessThanOrEqualTo(modelCallsAllowed);
        assertThat(List.of(lost, incomplete, duplicates, dangling, orphans, stuck, stepsAfterEnd))
                .as("lost, incomplete, duplicates, dangling, orphans, stuck, steps after end: %s", this)
                .containsOnly(0L);
    }

    private void write() {
        System.out.println(line());
        try {
            Files.createDirectories(FOLDER);
            Files.write(FOLDER.resolve(name.replace(' ', '-') + ".md"), List.of(HEADINGS, line()));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private String line() {
        return Stream.of(
                        name,
                        faults,
                        tasks,
                        failed,
                        revivals,
                        seconds,
                        lost,
                        incomplete,
                        duplicates,
                        dangling,
                        orphans,
                        stuck,
                        modelCalls + " / " + modelCallsAllowed,
                        stepsAfterEnd)
                .map(String::valueOf)
                .collect(Collectors.joining(" | ", "| ", " |"));
    }
}
