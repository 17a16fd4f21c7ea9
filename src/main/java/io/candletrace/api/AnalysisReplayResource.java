package io.candletrace.api;

import io.candletrace.execution.ReplayWish;
import io.candletrace.execution.Replays;
import io.candletrace.journal.AnalysisRecord;
import io.candletrace.journal.Archive;
import io.candletrace.journal.Archive.AnalysisFilter;
import io.candletrace.lineage.AnalysisId;
import io.candletrace.replay.AnalysisVerification;
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

/** One analysis, verified or asked again. */
@Tag(name = "Replays")
@Path("/api/llm-analyses/{id}/replays")
@Produces(MediaType.APPLICATION_JSON)
class AnalysisReplayResource {
    private static final String ANALYSIS = "analysis";

    private final Archive archive;
    private final Replays replays;
    private final AnalysisVerification verification;
    private final AcceptedAnswers answers;

    AnalysisReplayResource(
            Archive archive, Replays replays, AnalysisVerification verification, AcceptedAnswers answers) {
        this.archive = archive;
        this.replays = replays;
        this.verification = verification;
        this.answers = answers;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Uni<RestResponse<Object>> replay(
            @RestPath String id, @HeaderParam(AcceptedAnswers.KEY) Optional<String> key, @Nullable ReplayInput input) {
        var analysis = Parameters.pathId(ANALYSIS, id, AnalysisId::new);
        var wanted = Inputs.required(input);
        return wanted.verify() ? verified(analysis) : asked(analysis, key, wanted.toWish());
    }

    private Uni<RestResponse<Object>> asked(AnalysisId id, Optional<String> key, ReplayWish wish) {
        var named = Parameters.idempotencyKey(key, "/api/llm-analyses/" + id.value() + "/replays", wish.sha256());
        return replays.accept(id, wish, named, answers::accepted).map(AcceptedAnswers::response);
    }

    /** What was answered when it was asked again, newest first. */
    @GET
    public Uni<RestResponse<ListView<AnalysisView>>> list(@RestPath String id, ListQuery query, UriInfo uri) {
        var analysis = Parameters.pathId(ANALYSIS, id, AnalysisId::new);
        return archive.analysis(analysis)
                .map(found -> found.orElseThrow(() -> Parameters.notFound(ANALYSIS, id)))
                .chain(original -> archive.analyses(AnalysisFilter.replaysOf(original.id()), query.window(uri)))
                .map(found -> query.view(uri, found, AnalysisRecord::id, AnalysisView::of))
                .map(list -> list.answer(uri));
    }

    private Uni<RestResponse<Object>> verified(AnalysisId id) {
        return verification
                .verify(id)
                .map(found -> found.map(VerifiedAnalysisView::of)
                        .orElseThrow(() -> Parameters.notFound(ANALYSIS, id.value())))
                .map(RestResponse::<Object>ok);
    }
}
