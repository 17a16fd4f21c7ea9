package io.candletrace.api;

import io.candletrace.execution.Answer;
import io.candletrace.lineage.StudyId;
import io.candletrace.request.Parameters;
import io.candletrace.study.Studies;
import io.candletrace.study.Study;
import io.candletrace.study.StudyRequest;
import io.candletrace.study.StudyStore;
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
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Studies: a strategy run over a span of the past, judged and scored. */
@Tag(name = "Studies")
@Path("/api/studies")
@Produces(MediaType.APPLICATION_JSON)
class StudyResource {
    static final String STUDY = "study";

    private static final int MAX_NAME = 64;
    private static final List<String> STATUSES = List.of("running", "completed", "failed");

    private final Studies studies;
    private final StudyStore store;
    private final AcceptedAnswers answers;

    StudyResource(Studies studies, StudyStore store, AcceptedAnswers answers) {
        this.studies = studies;
        this.store = store;
        this.answers = answers;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Uni<RestResponse<Object>> start(
            @HeaderParam(AcceptedAnswers.KEY) Optional<String> key, @Nullable StudyInput input) {
        return start(Inputs.required(input).toRequest(), key, "/api/studies");
    }

    /** Does the same again with what there is now; the answer says whether it came to the same digits. */
    @POST
    @Path("/{id}/repeat")
    @Consumes(MediaType.APPLICATION_JSON)
    public Uni<RestResponse<Object>> repeat(
            @RestPath String id, @HeaderParam(AcceptedAnswers.KEY) Optional<String> key, @Nullable RepeatInput input) {
        var author = Inputs.author("requested_by", Optional.ofNullable(input).flatMap(RepeatInput::requestedBy));
        return studies.again(id(id), author)
                .chain(request -> start(request, key, "/api/studies/" + id(id).value() + "/repeat"));
    }

    @GET
    public Uni<RestResponse<ListView<StudyView>>> list(
            ListQuery query,
            @QueryParam("strategy") Optional<String> strategy,
            @QueryParam("status") Optional<String> status,
            UriInfo uri) {
        return store.list(
                        Parameters.text("strategy", strategy, MAX_NAME),
                        Parameters.oneOf("status", status, STATUSES),
                        query.window(uri))
                .map(found -> query.view(uri, found, study -> study.id().value(), StudyView::of))
                .map(list -> list.answer(uri));
    }

    @GET
    @Path("/{id}")
    public Uni<StudyView> read(@RestPath String id) {
        return store.find(id(id))
                .map(found -> found.map(StudyView::of).orElseThrow(() -> Parameters.notFound(STUDY, id(id).value())));
    }

    /** The scorecards as they were written when it was completed. */
    @GET
    @Path("/{id}/result")
    public Uni<String> result(@RestPath String id) {
        return store.result(id(id))
                .map(found -> found.orElseThrow(() -> Parameters.notFound("result of the study", id(id).value())));
    }

    private Uni<RestResponse<Object>> start(StudyRequest request, Optional<String> key, String path) {
        var named = Parameters.idempotencyKey(key, path, request.sha256());
        return studies.start(request, named, this::started).map(AcceptedAnswers::response);
    }

    private Answer started(Study study) {
        return answers.accepted("/api/studies/" + study.id().value(), StudyView.of(study));
    }

    static StudyId id(String id) {
        return Parameters.pathId(STUDY, id, StudyId::new);
    }

    /** What {@code POST /api/studies/{id}/repeat} may hold. */
    record RepeatInput(Optional<String> requestedBy) {}
}
