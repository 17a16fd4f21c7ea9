package io.candletrace.evaluation;

import io.candletrace.lineage.Window;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Optional;

/** Maps to look at. Everything fails with {@code DATABASE_UNAVAILABLE} when the database does not answer. */
public interface CalibrationArchive {
    /** Maps, newest first; a window's times bound when they were fitted. */
    Uni<List<CalibrationRecord>> list(Filter filter, Window window);

    /** The map of this id; empty when there is none. */
    Uni<Optional<CalibrationRecord>> find(long id);

    /**
     * Which maps; what is absent does not matter.
     *
     * @param promptVersion as strategies pin it: {@code daily@3}
     */
    record Filter(Optional<String> modelConfig, Optional<String> promptVersion) {}
}
