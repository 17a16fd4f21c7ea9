package io.candletrace.api;

import io.candletrace.study.Study;
import io.candletrace.study.Study.Digests;
import io.candletrace.study.Study.Repeated;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A study and how far it is.
 *
 * @param phase {@code backfilling}, {@code resolving}, {@code completed}, {@code failed}, or what its backfill waits in
 * @param inputsSha256 of which bars each chart was drawn from
 * @param resultSha256 of the result without latencies
 * @param reason why it failed, or why its backfill waits
 */
record StudyView(
        long id,
        String phase,
        List<Integer> horizons,
        BackfillView backfill,
        SubjectsView subjects,
        Optional<String> inputsSha256,
        Optional<String> resultSha256,
        Optional<RepeatedView> repeats,
        String reason,
        Instant createdAt,
        Optional<Instant> endedAt) {

    static StudyView of(Study study) {
        var backfill = BackfillView.of(study.backfill());
        return new StudyView(
                study.id().value(),
                study.phase(),
                study.horizons(),
                backfill,
                SubjectsView.of(study.subjects()),
                study.digests().map(digests -> digests.inputs().hex()),
                study.digests().map(digests -> digests.result().hex()),
                study.repeated().map(repeated -> RepeatedView.of(repeated, study.digests())),
                study.reason().isEmpty() ? backfill.reason() : study.reason(),
                study.createdAt(),
                study.endedAt());
    }

    /**
     * Its predictions.
     *
     * @param waiting for bars that do not exist
     * @param failed whose bars could not be had
     * @param open that nobody has looked at
     */
    record SubjectsView(long total, long resolved, long waiting, long failed, long open) {
        static SubjectsView of(Study.Subjects subjects) {
            return new SubjectsView(
                    subjects.total(), subjects.resolved(), subjects.waiting(), subjects.failed(), subjects.open());
        }
    }

    /** The study that it repeats, and whether both are the same; absent until both are completed. */
    record RepeatedView(long study, Optional<Boolean> sameInputs, Optional<Boolean> sameResult) {
        static RepeatedView of(Repeated repeated, Optional<Digests> own) {
            return new RepeatedView(
                    repeated.id().value(),
                    own.flatMap(mine ->
                            repeated.digests().map(theirs -> mine.inputs().equals(theirs.inputs()))),
                    own.flatMap(mine ->
                            repeated.digests().map(theirs -> mine.result().equals(theirs.result()))));
        }
    }
}
