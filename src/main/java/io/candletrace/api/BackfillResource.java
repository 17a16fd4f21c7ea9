package io.candletrace.api;

import io.candletrace.execution.Answer;
import io.candletrace.lineage.BackfillId;
import io.candletrace.request.Parameters;
import io.candletrace.schedule.BackfillRecord.Watched;
import io.candletrace.schedule.BackfillStore;
import io.candletrace.schedule.Backfills;
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
import java.math.BigDecimal;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Backfills: a strategy run over a span of the past. */
@Tag(name = "Backfills")
@Path("/api/backfills")
@Produces(MediaType.APPLICATION_JSON)
class BackfillResource {

    private static final String BACKFILL = "backfill";
    private static final int MAX_NAME = 64;
    private static final List<String> STATUSES = List.of("running", "completed", "stopped", "failed", "cancelled");

    private final Backfills backfills;
    private final BackfillStore store;
    private final AcceptedAnswers answers;

    BackfillResource(Backfills backfills, BackfillStore store, AcceptedAnswers answers) {
        this.answers = answers;
        this.backfills = backfills;
        this.store = store;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Uni<RestResponse<Object>> start(
            @HeaderParam(AcceptedAnswers.KEY) Optional<String> key, @Nullable BackfillInput input) {
        var request = Inputs.required(input).toRequest();
        var named = Parameters.idempotencyKey(key, "/api/backfills", request.sha256());
        return backfills
                .start(request, named, (_, backfill) -> Uni.createFrom().item(started(backfill)))
                .map(AcceptedAnswers::response);
    }

    @GET
    public Uni<RestResponse<ListView<BackfillView>>> list(
            ListQuery query,
            @QueryParam("strategy") Optional<String> strategy,
            @QueryParam("status") Optional<String> status,
            UriInfo uri) {
        return store.list(
                        Parameters.text("strategy", strategy, MAX_NAME),
                        Parameters.oneOf("status", status, STATUSES),
                        query.window(uri))
                .map(found -> query.view(uri, found, row -> row.backfill().id().value(), BackfillView::of))
                .map(list -> list.answer(uri));
    }

    @GET
    @Path("/{id}")
    public Uni<BackfillView> read(@RestPath String id) {
        return view(id(id));
    }

    /** Accepts nothing more and cancels what has not begun; what runs finishes. */
    @POST
    @Path("/{id}/cancel")
    @Consumes(MediaType.APPLICATION_JSON)
    public Uni<RestResponse<BackfillView>> cancel(@RestPath String id, @Nullable ReasonInput input) {
        return store.cancel(id(id), ReasonInput.optional(input))
                .chain(() -> view(id(id)))
                .map(BackfillResource::accepted);
    }

    /** Lets one go on that was stopped or failed, with more to spend if it is said. */
    @POST
    @Path("/{id}/resume")
    @Consumes(MediaType.APPLICATION_JSON)
    public Uni<RestResponse<BackfillView>> resume(@RestPath String id, @Nullable ResumeInput input) {
        var maxCost = Optional.ofNullable(input).flatMap(ResumeInput::maxCost);
        return backfills
                .resume(id(id), maxCost.map(cost -> Inputs.usd("max_cost", cost)))
                .chain(() -> view(id(id)))
                .map(BackfillResource::accepted);
    }

    private Answer started(Watched watched) {
        var view = BackfillView.of(watched);
        return answers.accepted("/api/backfills/" + view.id(), view);
    }

    private Uni<BackfillView> view(BackfillId id) {
        return store.find(id)
                .map(found -> found.map(BackfillView::of).orElseThrow(() -> Parameters.notFound(BACKFILL, id.value())));
    }

    private static BackfillId id(String id) {
        return Parameters.pathId(BACKFILL, id, BackfillId::new);
    }

    private static RestResponse<BackfillView> accepted(BackfillView view) {
        return RestResponse.ResponseBuilder.<BackfillView>create(RestResponse.Status.ACCEPTED)
                .location(URI.create("/api/backfills/" + view.id()))
                .entity(view)
                .build();
    }

    /**
     * What {@code POST /api/backfills/{id}/resume} may hold.
     *
     * @param maxCost US dollars
     */
    record ResumeInput(Optional<BigDecimal> maxCost) {}
}
