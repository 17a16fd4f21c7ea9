package io.candletrace.api;

import io.candletrace.execution.ExecutionArchive;
import io.candletrace.execution.ReplayWish;
import io.candletrace.execution.ReplayableExecutions;
import io.candletrace.execution.Replays;
import io.candletrace.lineage.ExecutionId;
import io.candletrace.replay.AnalysisVerification;
import io.candletrace.replay.ReplayReports;
import io.candletrace.request.Parameters;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** All analyses of an execution, verified or asked again; and what came of an execution that asked again. */
@Tag(name = "Replays")
@Path("/api/executions/{id}/replay")
@Produces(MediaType.APPLICATION_JSON)
class ExecutionReplayResource {
    private static final String EXECUTION = "execution";

    private final Replays replays;
    private final ReplayableExecutions executions;
    private final AnalysisVerification verification;
    private final ReplayReports reports;
    private final AcceptedAnswers answers;
    private final ExecutionArchive archive;

    ExecutionReplayResource(
            Replays replays,
            ReplayableExecutions executions,
            AnalysisVerification verification,
            ReplayReports reports,
            AcceptedAnswers answers,
            ExecutionArchive archive) {
        this.replays = replays;
        this.executions = executions;
        this.verification = verification;
        this.reports = reports;
        this.answers = answers;
        this.archive = archive;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Uni<RestResponse<Object>> replay(
            @RestPath String id, @HeaderParam(AcceptedAnswers.KEY) Optional<String> key, @Nullable ReplayInput input) {
        var execution = Parameters.pathId(EXECUTION, id, ExecutionId::new);
        var wanted = Inputs.required(input);
        return wanted.verify() ? verified(execution) : asked(execution, key, wanted.toWish());
    }

    private Uni<RestResponse<Object>> asked(ExecutionId id, Optional<String> key, ReplayWish wish) {
        var named = Parameters.idempotencyKey(key, "/api/executions/" + id.value() + "/replay", wish.sha256());
        return replays.accept(id, wish, named, answers::accepted).map(AcceptedAnswers::response);
    }

    /** What was asked, how far it is and what was answered: figures over all analyses, and a page of them. */
    @GET
    public Uni<RestResponse<ReplayView>> read(@RestPath String id, ListQuery query, UriInfo uri) {
        var execution = Parameters.pathId(EXECUTION, id, ExecutionId::new);
        return reports.report(execution)
                .map(found -> found.orElseThrow(() -> Parameters.notFound("replay of execution", id)))
                .chain(report -> ExecutionView.find(archive, execution)
                        .map(view -> ReplayView.of(view, report, ReplayView.page(report, query, uri))))
                .map(RestResponse::ok);
    }

    private Uni<RestResponse<Object>> verified(ExecutionId id) {
        return executions
                .ended(id)
                .chain(execution -> verification.verify(id))
                .map(found -> ExecutionVerificationView.of(id, found))
                .map(RestResponse::<Object>ok);
    }
}
