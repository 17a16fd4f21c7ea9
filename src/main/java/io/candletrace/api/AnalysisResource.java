package io.candletrace.api;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.candletrace.evaluation.OutcomeArchive;
import io.candletrace.journal.AnalysisRecord;
import io.candletrace.journal.AnalysisStatistics;
import io.candletrace.journal.Archive;
import io.candletrace.journal.Archive.AnalysisFilter;
import io.candletrace.journal.CallRecord;
import io.candletrace.journal.GroupKey;
import io.candletrace.lineage.AnalysisId;
import io.candletrace.request.Parameters;
import io.candletrace.request.WordList;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
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

/** Analyses and the calls behind them. */
@Tag(name = "Analyses")
@Path("/api/llm-analyses")
class AnalysisResource {

    private static final List<GroupKey> KEYS = List.of(GroupKey.values());
    private static final String CHART = "chart";
    private static final String ALL = "all";

    private final Archive archive;
    private final OutcomeArchive outcomes;
    private final AnalysisStatistics statistics;
    private final Csv<AnalysisView> csv;

    AnalysisResource(Archive archive, OutcomeArchive outcomes, AnalysisStatistics statistics, ObjectMapper json) {
        this.archive = archive;
        this.outcomes = outcomes;
        this.statistics = statistics;
        this.csv = new Csv<>(json, AnalysisView.class);
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public Uni<RestResponse<ListView<AnalysisView>>> list(ListQuery query, AnalysisQuery filter, UriInfo uri) {
        return page(query, filter, uri).map(list -> list.answer(uri));
    }

    @GET
    @Produces(Csv.MEDIA_TYPE)
    public Uni<RestResponse<String>> table(ListQuery query, AnalysisQuery filter, UriInfo uri) {
        return page(query, filter, uri).map(list -> list.answer(uri, csv));
    }

    @GET
    @Path("/stats")
    @Produces(MediaType.APPLICATION_JSON)
    public Uni<StatisticsView> statistics(
            FigureQuery query,
            @QueryParam("kind") Optional<String> kind,
            @QueryParam("group_by") Optional<String> groupBy) {
        var wanted =
                Parameters.oneOf("kind", kind, List.of(CHART, "replay", ALL)).orElse(CHART);
        return statistics
                .statistics(
                        query.toFilter(),
                        Optional.of(wanted).filter(one -> !one.equals(ALL)),
                        WordList.parse("group_by", groupBy, KEYS, GroupKey::word)
                                .orElse(List.of()))
                .map(figures -> StatisticsView.of(figures, groupBy.isPresent()));
    }

    @GET
    @Path("/{id}")
    @Produces(MediaType.APPLICATION_JSON)
    public Uni<JudgedAnalysisView> read(@RestPath String id) {
        return find(id).chain(analysis -> outcomes.find(new AnalysisId(analysis.id()))
                .map(outcome -> new JudgedAnalysisView(AnalysisView.of(analysis), outcome)));
    }

    @GET
    @Path("/{id}/calls")
    @Produces(MediaType.APPLICATION_JSON)
    public Uni<ListView<CallRecord>> calls(@RestPath String id) {
        return find(id).chain(analysis -> archive.calls(new AnalysisId(analysis.id())))
                .map(calls -> new ListView<>(calls, Optional.empty()));
    }

    private Uni<ListView<AnalysisView>> page(ListQuery query, AnalysisQuery filter, UriInfo uri) {
        return archive.analyses(filter.toFilter(), query.window(uri))
                .map(found -> query.view(uri, found, AnalysisRecord::id, AnalysisView::of));
    }

    private Uni<AnalysisRecord> find(String id) {
        return archive.analysis(Parameters.pathId("analysis", id, AnalysisId::new))
                .map(found -> found.orElseThrow(() -> Parameters.notFound("analysis", id)));
    }

    /** Which analyses. */
    record AnalysisQuery(
            @QueryParam("execution_id") Optional<String> execution,
            @QueryParam("chart_id") Optional<String> chart,
            @QueryParam("symbol") Optional<String> symbol,
            @QueryParam("timeframe") Optional<String> timeframe,
            @QueryParam("model_name") Optional<String> model,
            @QueryParam("status") Optional<String> status,
            @QueryParam("kind") Optional<String> kind) {

        private static final int MAX_MODEL = 200;

        AnalysisFilter toFilter() {
            return new AnalysisFilter(
                    Parameters.id("execution_id", execution),
                    Parameters.id("chart_id", chart),
                    Parameters.symbol("symbol", symbol),
                    Parameters.timeframe("timeframe", timeframe),
                    Parameters.text("model_name", model, MAX_MODEL),
                    Parameters.oneOf(
                            "status", status, List.of("completed", "invalid", "refused", "truncated", "failed")),
                    Parameters.oneOf("kind", kind, List.of("chart", "replay")),
                    Optional.empty());
        }
    }
}
