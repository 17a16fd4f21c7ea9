package io.candletrace.api;

import io.candletrace.api.StepsView.RunningView;
import io.candletrace.api.StepsView.StepView;
import io.candletrace.execution.EventLog;
import io.candletrace.execution.ExecutionArchive;
import io.candletrace.execution.ExecutionRecord;
import io.candletrace.journal.Archive;
import io.candletrace.journal.StepRecord;
import io.candletrace.lineage.ExecutionId;
import io.candletrace.request.Parameters;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

/** What executions did, and do, step by step. */
@Tag(name = "Executions")
@Path("/api/executions/{id}/steps")
@Produces(MediaType.APPLICATION_JSON)
class ExecutionStepResource {

    private final ExecutionArchive archive;
    private final Archive evidence;
    private final EventLog events;

    ExecutionStepResource(ExecutionArchive archive, Archive evidence, EventLog events) {
        this.archive = archive;
        this.evidence = evidence;
        this.events = events;
    }

    @GET
    public Uni<RestResponse<StepsView>> list(@RestPath String id, ListQuery query, UriInfo uri) {
        return ExecutionView.find(archive, Parameters.pathId("execution", id, ExecutionId::new))
                .chain(view -> steps(view.execution(), query, uri));
    }

    private Uni<RestResponse<StepsView>> steps(ExecutionRecord execution, ListQuery query, UriInfo uri) {
        var id = new ExecutionId(execution.id());
        var start = execution.startedAt();
        return evidence.steps(id, query.window(uri))
                .map(found -> query.view(uri, found, StepRecord::id, step -> StepView.of(step, start)))
                .chain(page -> events.running(id)
                        .map(running -> new StepsView(
                                page,
                                running.stream()
                                        .map(event -> RunningView.of(event, start))
                                        .toList()))
                        .map(view -> page.answer(uri, view)));
    }
}
