package io.candletrace.api;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.candletrace.chart.html.PageAssembler;
import io.candletrace.journal.Archive;
import io.candletrace.journal.Archive.ChartFilter;
import io.candletrace.journal.Archive.SignalFilter;
import io.candletrace.journal.ChartRecord;
import io.candletrace.lineage.ChartId;
import io.candletrace.lineage.Window;
import io.candletrace.pipeline.ChartVerification;
import io.candletrace.request.Parameters;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

/** Charts: their rows, pictures and interactive pages. */
@Tag(name = "Charts")
@Path("/api/charts")
class ChartResource {

    private final Archive archive;
    private final Links links;
    private final StoredObjects objects;
    private final PageAssembler pages;
    private final ChartVerification verification;
    private final Csv<ChartView> csv;

    ChartResource(
            Archive archive,
            Links links,
            StoredObjects objects,
            PageAssembler pages,
            ChartVerification verification,
            ObjectMapper json) {
        this.archive = archive;
        this.links = links;
        this.objects = objects;
        this.pages = pages;
        this.verification = verification;
        this.csv = new Csv<>(json, ChartView.class);
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public Uni<RestResponse<ListView<ChartView>>> list(ListQuery query, ChartQuery filter, UriInfo uri) {
        return page(query, filter, uri).map(list -> list.answer(uri));
    }

    @GET
    @Produces(Csv.MEDIA_TYPE)
    public Uni<RestResponse<String>> table(ListQuery query, ChartQuery filter, UriInfo uri) {
        return page(query, filter, uri).map(list -> list.answer(uri, csv));
    }

    @GET
    @Path("/{id}")
    @Produces(MediaType.APPLICATION_JSON)
    public Uni<ChartView> read(@RestPath String id, UriInfo uri) {
        return find(id).map(view(uri));
    }

    @GET
    @Path("/{id}/image")
    public Uni<Response> image(@RestPath String id, Request request) {
        return find(id).chain(chart -> objects.serveNamed(chart.objects().minioObjectKey(), request));
    }

    @GET
    @Path("/{id}/html")
    public Uni<Response> html(@RestPath String id, Request request, UriInfo uri) {
        return find(id).chain(chart -> signal(chart, uri)
                .chain(signal -> objects.serveAssembled(
                        chart.objects().htmlObjectKey(), request, page -> pages.assemble(page, signal))));
    }

    @GET
    @Path("/{id}/verification")
    @Produces(MediaType.APPLICATION_JSON)
    public Uni<VerificationView> verify(@RestPath String id) {
        var chart = Parameters.pathId("chart", id, ChartId::new);
        return verification
                .verify(chart)
                .map(found -> found.map(verified -> VerificationView.of(chart.value(), verified))
                        .orElseThrow(() -> Parameters.notFound("chart", id)));
    }

    /** The page of the newest signal that came from the chart; empty while there is none. */
    private Uni<ListView<ChartView>> page(ListQuery query, ChartQuery filter, UriInfo uri) {
        return archive.charts(filter.toFilter(), query.window(uri))
                .map(found -> query.view(uri, found, ChartRecord::id, view(uri)));
    }

    private Uni<Optional<URI>> signal(ChartRecord chart, UriInfo uri) {
        return archive.signals(SignalFilter.ofChart(chart.id()), Window.newest(1))
                .map(found -> found.stream()
                        .findFirst()
                        .map(signal -> uri.getBaseUriBuilder()
                                .path("signals/" + signal.id())
                                .build()));
    }

    private Uni<ChartRecord> find(String id) {
        return archive.chart(Parameters.pathId("chart", id, ChartId::new))
                .map(found -> found.orElseThrow(() -> Parameters.notFound("chart", id)));
    }

    private Function<ChartRecord, ChartView> view(UriInfo uri) {
        return chart -> ChartView.of(chart, links, uri);
    }

    /** Which charts. */
    record ChartQuery(
            @QueryParam("execution_id") Optional<String> execution,
            @QueryParam("symbol") Optional<String> symbol,
            @QueryParam("timeframe") Optional<String> timeframe,
            @QueryParam("status") Optional<String> status) {

        ChartFilter toFilter() {
            return new ChartFilter(
                    Parameters.id("execution_id", execution),
                    Parameters.symbol("symbol", symbol),
                    Parameters.timeframe("timeframe", timeframe),
                    Parameters.oneOf("status", status, List.of("active", "archived")));
        }
    }
}
