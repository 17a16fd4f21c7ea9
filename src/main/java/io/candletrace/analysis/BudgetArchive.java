package io.candletrace.analysis;

import io.candletrace.lineage.ExecutionId;
import io.smallrye.mutiny.Uni;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Reads budgets. Fails with {@code DATABASE_UNAVAILABLE} when the database does not answer. */
public interface BudgetArchive {
    /** The budgets of a day (UTC) that any call was held against: the service's, models', strategies'. */
    Uni<List<BudgetRecord>> of(LocalDate day);

    /** The budget of an execution; empty when it has none, or no call was held against it yet. */
    Uni<Optional<BudgetRecord>> of(ExecutionId execution);
}
