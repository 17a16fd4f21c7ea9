package io.candletrace.api;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.candletrace.reconciliation.FindingRecord;
import io.candletrace.reconciliation.Reconciler;
import io.candletrace.reconciliation.Reconciliation;
import io.candletrace.reconciliation.ReconciliationLog;
import io.candletrace.request.Parameters;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.Optional;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Comparisons of rows with objects: start one, see what it found. */
@Tag(name = "Reconciliations")
@Path("/api/reconciliations")
@Produces(MediaType.APPLICATION_JSON)
class ReconciliationResource {

    private static final String RECONCILIATION = "reconciliation";

    private final Reconciler reconciler;
    private final ReconciliationLog log;

    ReconciliationResource(Reconciler reconciler, ReconciliationLog log) {
        this.reconciler = reconciler;
        this.log = log;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Uni<RestResponse<Reconciliation>> start(@Nullable Wish wish) {
        return reconciler
                .start(Optional.ofNullable(wish).flatMap(Wish::dryRun).orElse(false))
                .chain(this::find)
                .map(run -> RestResponse.ResponseBuilder.<Reconciliation>create(RestResponse.Status.ACCEPTED)
                        .location(URI.create("/api/reconciliations/" + run.id()))
                        .entity(run)
                        .build());
    }

    @GET
    public Uni<RestResponse<ListView<Reconciliation>>> list(ListQuery query, UriInfo uri) {
        return log.list(query.window(uri))
                .map(found -> query.view(uri, found, Reconciliation::id, Function.<Reconciliation>identity()))
                .map(list -> list.answer(uri));
    }

    /** What it found: a page of it, newest first. */
    @GET
    @Path("/{id}")
    public Uni<Report> read(@RestPath String id, ListQuery query, UriInfo uri) {
        long run = Parameters.pathId(RECONCILIATION, id, Long::valueOf);
        return find(run)
                .chain(found -> log.findings(run, query.window(uri))
                        .map(rows -> new Report(
                                found, query.view(uri, rows, FindingRecord::id, Function.<FindingRecord>identity()))));
    }

    private Uni<Reconciliation> find(long run) {
        return log.find(run).map(found -> found.orElseThrow(() -> Parameters.notFound(RECONCILIATION, run)));
    }

    /**
     * What is wanted.
     *
     * @param dryRun whether nothing is to be changed; where nobody says so, what can be mended is
     */
    record Wish(Optional<Boolean> dryRun) {}

    /**
     * A run and what it found.
     *
     * @param found a page of it
     */
    record Report(@JsonUnwrapped Reconciliation reconciliation, ListView<FindingRecord> found) {}
}
