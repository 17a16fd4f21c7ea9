package io.candletrace.reconciliation;

import io.candletrace.lineage.Window;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What rows name, and what comparisons found. Everything here fails with {@code DATABASE_UNAVAILABLE}. */
public interface ReconciliationLog {
    /** Begins a run, unless one runs anywhere; one whose process has not been heard of for minutes does not count. */
    Uni<Optional<Long>> begin(String trigger, boolean dryRun);

    /** Whether the last scheduled run began so long ago, or none ever did. */
    Uni<Boolean> due(Duration interval);

    /** Says that the run goes on, how far it is, and what it found. */
    Uni<Void> progress(long run, Progress progress, List<Finding> findings);

    /** Ends a run. */
    Uni<Void> end(long run, Optional<String> error);

    /** Where the last run that hashed left off; empty text for the beginning. */
    Uni<String> rehashedTo();

    /** Objects that rows name, each once, in the order of their keys' bytes. */
    Uni<List<NamedObject>> named(String bucket, String after, int limit);

    /** Those of the keys that a row names. */
    Uni<Set<String>> named(List<String> keys);

    /** Runs, newest first. */
    Uni<List<Reconciliation>> list(Window window);

    /** A run. */
    Uni<Optional<Reconciliation>> find(long run);

    /** What a run found, newest first. */
    Uni<List<FindingRecord>> findings(long run, Window window);

    /**
     * What a run has done since it said so last.
     *
     * @param objects listed
     * @param rowObjects looked for
     * @param rehashed read and hashed
     * @param rehashedTo the last key that was; absent when none was
     */
    record Progress(long objects, long rowObjects, long rehashed, Optional<String> rehashedTo) {
        static Progress ofObjects(int count) {
            return new Progress(count, 0, 0, Optional.empty());
        }

        static Progress ofRows(int count) {
            return new Progress(0, count, 0, Optional.empty());
        }

        static Progress ofHashes(int count, Optional<String> last) {
            return new Progress(0, 0, count, last);
        }
    }
}
