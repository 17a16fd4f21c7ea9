package io.candletrace.api;

import io.candletrace.execution.ExecutionArchive;
import io.candletrace.execution.ExecutionRecord;
import io.candletrace.execution.ExecutionRequest;
import io.candletrace.execution.Executions;
import io.candletrace.execution.Forecasts;
import io.candletrace.lineage.ExecutionId;
import io.candletrace.request.Parameters;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Executions: start one, watch it. */
@Tag(name = "Executions")
@Path("/api/executions")
@Produces(MediaType.APPLICATION_JSON)
class ExecutionResource {

    private static final String EXECUTION = "execution";

    private final Executions executions;
    private final Forecasts forecasts;
    private final ExecutionArchive archive;
    private final AcceptedAnswers answers;

    ExecutionResource(Executions executions, Forecasts forecasts, ExecutionArchive archive, AcceptedAnswers answers) {
        this.executions = executions;
        this.forecasts = forecasts;
        this.archive = archive;
        this.answers = answers;
    }

    /**
     * Starts an execution, or with {@code dry_run=true} only says what it would ask for and cost. The same request under the same
     * {@code Idempotency-Key} starts one execution, and is answered the same, for 24 hours.
     */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @APIResponse(
            responseCode = "202",
            description = "Accepted",
            content = @Content(schema = @Schema(implementation = ExecutionView.class)))
    @APIResponse(
            responseCode = "200",
            description = "Of a dry run: nothing was written",
            content = @Content(schema = @Schema(implementation = ForecastView.class)))
    public Uni<RestResponse<Object>> start(
            @QueryParam("dry_run") Optional<String> dryRun,
            @HeaderParam(AcceptedAnswers.KEY) Optional<String> key,
            @Nullable ExecutionInput input) {
        var dry = Parameters.oneOf("dry_run", dryRun, List.of("true", "false")).orElse("false");
        var request = Inputs.required(input).toRequest();
        return Boolean.parseBoolean(dry) ? forecast(request) : accept(request, key);
    }

    @GET
    public Uni<RestResponse<ListView<ExecutionRecord>>> list(ListQuery query, ExecutionQuery filter, UriInfo uri) {
        return archive.list(filter.toFilter(), query.window(uri))
                .map(found -> query.view(uri, found, ExecutionRecord::id, Function.<ExecutionRecord>identity()))
                .map(list -> list.answer(uri));
    }

    @GET
    @Path("/{id}")
    public Uni<ExecutionView> read(@RestPath String id) {
        return view(Parameters.pathId(EXECUTION, id, ExecutionId::new));
    }

    private Uni<RestResponse<Object>> forecast(ExecutionRequest request) {
        return forecasts.forecast(request).map(ForecastView::of).map(RestResponse::ok);
    }

    private Uni<RestResponse<Object>> accept(ExecutionRequest request, Optional<String> key) {
        var named = Parameters.idempotencyKey(key, "/api/executions", request.sha256());
        return executions.accept(request, named, answers::accepted).map(AcceptedAnswers::response);
    }

    private Uni<ExecutionView> view(ExecutionId id) {
        return ExecutionView.find(archive, id);
    }

    /** Which executions. */
    record ExecutionQuery(
            @QueryParam("strategy") Optional<String> strategy,
            @QueryParam("run_type") Optional<String> runType,
            @QueryParam("status") Optional<String> status) {

        private static final int MAX_NAME = 64;

        ExecutionArchive.Filter toFilter() {
            return new ExecutionArchive.Filter(
                    Parameters.text("strategy", strategy, MAX_NAME),
                    Parameters.oneOf("run_type", runType, List.of("scheduled", "manual", "backfill", "replay")),
                    Parameters.oneOf(
                            "status", status, List.of("pending", "running", "completed", "failed", "cancelled")));
        }
    }
}
