package io.candletrace.study;

import io.candletrace.lineage.Sha256;
import io.candletrace.lineage.StudyId;
import io.candletrace.schedule.BackfillRecord.Watched;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A row of {@code studies}, how far it is, and what it came to.
 *
 * @param backfill its executions
 * @param horizons bars, ascending
 * @param repeated the study that it repeats, and what that came to
 * @param status {@code running completed failed}
 * @param digests absent until it is completed
 * @param reason why it failed; empty otherwise
 */
public record Study(
        StudyId id,
        Watched backfill,
        Subjects subjects,
        List<Integer> horizons,
        Optional<Repeated> repeated,
        String status,
        Optional<Digests> digests,
        String reason,
        Instant createdAt,
        Optional<Instant> endedAt) {

    /** Where it is: its backfill's status while that has not completed, then {@code resolving}, then its own. */
    public String phase() {
        if (!status.equals("running")) {
            return status;
        }
        return switch (backfill.backfill().status()) {
            case "running" -> "backfilling";
            case "completed" -> "resolving";
            default -> backfill.backfill().status();
        };
    }

    /** Whether nothing happens to it any more. */
    public boolean over() {
        return !status.equals("running");
    }

    /**
     * Predictions of the study.
     *
     * @param total all of them, those without a verdict left out
     * @param resolved of which nothing is left to find
     * @param waiting for bars that do not exist
     * @param failed whose bars could not be had
     */
    public record Subjects(long total, long resolved, long waiting, long failed) {
        /** Those that nobody has looked at. */
        public long open() {
            return total - resolved - waiting - failed;
        }
    }

    /**
     * What tells whether two studies are the same.
     *
     * @param inputs of which bars each chart was drawn from
     * @param result of the scorecards without latencies
     */
    public record Digests(Sha256 inputs, Sha256 result) {}

    /** Another study, and what it came to if it is completed. */
    public record Repeated(StudyId id, Optional<Digests> digests) {}
}
