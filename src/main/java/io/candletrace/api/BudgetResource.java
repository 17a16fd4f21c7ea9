package io.candletrace.api;

import io.candletrace.analysis.BudgetArchive;
import io.candletrace.analysis.BudgetRecord;
import io.candletrace.lineage.ExecutionId;
import io.candletrace.request.Parameters;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;

/** What may be spent, and what was. */
@Tag(name = "Costs")
@Path("/api/budgets")
@Produces(MediaType.APPLICATION_JSON)
class BudgetResource {

    private final BudgetArchive budgets;
    private final Clock clock;

    BudgetResource(BudgetArchive budgets, Clock clock) {
        this.budgets = budgets;
        this.clock = clock;
    }

    /** An execution's budget, or all of a day (UTC), today when none is said. */
    @GET
    public Uni<ListView<BudgetRecord>> list(
            @RestQuery Optional<String> day, @RestQuery("execution_id") Optional<String> execution) {
        return found(day, execution).map(items -> new ListView<>(items, Optional.empty()));
    }

    private Uni<List<BudgetRecord>> found(Optional<String> day, Optional<String> execution) {
        return Parameters.id("execution_id", execution)
                .map(id -> budgets.of(new ExecutionId(id))
                        .map(budget -> budget.stream().toList()))
                .orElseGet(() ->
                        budgets.of(day.map(text -> Parameters.date("day", text)).orElseGet(this::today)));
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
