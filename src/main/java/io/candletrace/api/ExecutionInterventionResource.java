package io.candletrace.api;

import io.candletrace.execution.ExecutionArchive;
import io.candletrace.execution.Interventions;
import io.candletrace.lineage.ExecutionId;
import io.candletrace.lineage.Origin;
import io.candletrace.request.Parameters;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** What people do to executions that were accepted. */
@Tag(name = "Executions")
@Path("/api/executions/{id}")
@Produces(MediaType.APPLICATION_JSON)
class ExecutionInterventionResource {

    private final Interventions interventions;
    private final ExecutionArchive archive;

    ExecutionInterventionResource(Interventions interventions, ExecutionArchive archive) {
        this.interventions = interventions;
        this.archive = archive;
    }

    /** Runs the failed tasks again; 409 unless the execution has ended and some of them failed. */
    @POST
    @Path("/retry")
    public Uni<RestResponse<ExecutionView>> retry(@RestPath String id) {
        var execution = id(id);
        return interventions.retry(execution).chain(() -> accepted(execution));
    }

    /** Cancels what has not begun and lets what runs finish its call; 409 when the execution has ended. */
    @POST
    @Path("/cancel")
    @Consumes(MediaType.APPLICATION_JSON)
    public Uni<RestResponse<ExecutionView>> cancel(@RestPath String id, @Nullable ReasonInput input) {
        var execution = id(id);
        return interventions
                .cancel(execution, new Origin(ReasonInput.author(input), ReasonInput.optional(input)))
                .chain(() -> accepted(execution));
    }

    private Uni<RestResponse<ExecutionView>> accepted(ExecutionId execution) {
        return ExecutionView.find(archive, execution)
                .map(view -> RestResponse.ResponseBuilder.<ExecutionView>create(RestResponse.Status.ACCEPTED)
                        .location(URI.create("/api/executions/" + execution.value()))
                        .entity(view)
                        .build());
    }

    private static ExecutionId id(String id) {
        return Parameters.pathId("execution", id, ExecutionId::new);
    }
}
