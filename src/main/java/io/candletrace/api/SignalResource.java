package io.candletrace.api;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.candletrace.evaluation.OutcomeArchive;
import io.candletrace.journal.Archive;
import io.candletrace.journal.Archive.SignalFilter;
import io.candletrace.journal.SignalRecord;
import io.candletrace.journal.SignalVoids;
import io.candletrace.lineage.SignalId;
import io.candletrace.request.Parameters;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Signals and where they come from. */
@Tag(name = "Signals")
@Path("/api/signals")
class SignalResource {

    private static final String SIGNAL = "signal";

    private final Archive archive;
    private final OutcomeArchive outcomes;
    private final SignalVoids voids;
    private final Links links;
    private final Csv<SignalView> csv;

    SignalResource(Archive archive, OutcomeArchive outcomes, SignalVoids voids, Links links, ObjectMapper json) {
        this.archive = archive;
        this.outcomes = outcomes;
        this.voids = voids;
        this.links = links;
        this.csv = new Csv<>(json, SignalView.class);
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public Uni<RestResponse<ListView<SignalView>>> list(ListQuery query, SignalQuery filter, UriInfo uri) {
        return page(query, filter, uri).map(list -> list.answer(uri));
    }

    @GET
    @Produces(Csv.MEDIA_TYPE)
    public Uni<RestResponse<String>> table(ListQuery query, SignalQuery filter, UriInfo uri) {
        return page(query, filter, uri).map(list -> list.answer(uri, csv));
    }

    @GET
    @Path("/{id}")
    @Produces(MediaType.APPLICATION_JSON)
    public Uni<JudgedSignalView> read(@RestPath String id, UriInfo uri) {
        var signal = Parameters.pathId(SIGNAL, id, SignalId::new);
        return archive.signal(signal)
                .map(found -> found.map(view(uri)).orElseThrow(() -> Parameters.notFound(SIGNAL, id)))
                .chain(view -> outcomes.find(signal).map(outcome -> new JudgedSignalView(view, outcome)));
    }

    @GET
    @Path("/{id}/lineage")
    @Produces(MediaType.APPLICATION_JSON)
    public Uni<LineageView> lineage(@RestPath String id, UriInfo uri) {
        return archive.lineage(Parameters.pathId(SIGNAL, id, SignalId::new))
                .map(found -> found.map(lineage -> LineageView.of(lineage, links, uri))
                        .orElseThrow(() -> Parameters.notFound(SIGNAL, id)));
    }

    @POST
    @Path("/{id}/void")
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    public Uni<JudgedSignalView> takeBack(@RestPath String id, @Nullable VoidInput input, UriInfo uri) {
        var reason = Inputs.required(input).reasonGiven();
        return voids.add(Parameters.pathId(SIGNAL, id, SignalId::new), reason).chain(() -> read(id, uri));
    }

    private Uni<ListView<SignalView>> page(ListQuery query, SignalQuery filter, UriInfo uri) {
        return archive.signals(filter.toFilter(), query.window(uri))
                .map(found -> query.view(uri, found, SignalRecord::id, view(uri)));
    }

    private Function<SignalRecord, SignalView> view(UriInfo uri) {
        return signal -> SignalView.of(signal, links, uri);
    }

    /** Why a signal is taken back. */
    record VoidInput(Optional<String> reason) {

        private static final int MAX_REASON = 1_000;

        String reasonGiven() {
            var given = Inputs.required("reason", reason.filter(text -> !text.isBlank()));
            return Parameters.text("reason", given, MAX_REASON);
        }
    }

    /** Which signals. */
    record SignalQuery(
            @QueryParam("execution_id") Optional<String> execution,
            @QueryParam("chart_id") Optional<String> chart,
            @QueryParam("llm_analysis_id") Optional<String> analysis,
            @QueryParam("symbol") Optional<String> symbol,
            @QueryParam("strategy") Optional<String> strategy,
            @QueryParam("signal_type") Optional<String> type,
            @QueryParam("status") Optional<String> status) {

        private static final int MAX_NAME = 64;

        SignalFilter toFilter() {
            return new SignalFilter(
                    Parameters.id("execution_id", execution),
                    Parameters.id("chart_id", chart),
                    Parameters.id("llm_analysis_id", analysis),
                    Parameters.symbol("symbol", symbol),
                    Parameters.text("strategy", strategy, MAX_NAME),
                    Parameters.oneOf("signal_type", type, List.of("BUY", "SELL", "HOLD")),
                    Parameters.oneOf("status", status, List.of("active", "expired", "voided", "superseded")));
        }
    }
}
