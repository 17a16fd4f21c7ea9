package io.candletrace.api;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.candletrace.evaluation.Comparisons;
import io.candletrace.evaluation.comparison.ComparisonQuery;
import io.candletrace.evaluation.comparison.SideBySide;
import io.candletrace.evaluation.scorecard.ScorecardQuery.Extra;
import io.candletrace.evaluation.scorecard.ScorecardQuery.Filter;
import io.candletrace.request.Parameters;
import io.candletrace.request.ScorecardParameters;
import io.candletrace.request.WordList;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Which of two is better, told only from what both said about the same. */
@Tag(name = "Comparisons")
@Path("/api/comparisons")
class ComparisonResource {
    private final Comparisons comparisons;
    private final Csv<SideBySideRowView> csv;

    ComparisonResource(Comparisons comparisons, ObjectMapper json) {
        this.comparisons = comparisons;
        this.csv = new Csv<>(json, SideBySideRowView.class);
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public Uni<SideBySideView> read(ComparisonParameters parameters) {
        return of(parameters).map(SideBySideView::of);
    }

    @GET
    @Produces(Csv.MEDIA_TYPE)
    public Uni<String> table(ComparisonParameters parameters) {
        return of(parameters).map(found -> csv.write(SideBySideRowView.of(found)));
    }

    private Uni<SideBySide> of(ComparisonParameters parameters) {
        return Uni.createFrom()
                .item(parameters)
                .map(ComparisonParameters::toQuery)
                .chain(comparisons::of);
    }

    /** Which two are compared, and about what, as a URL says it. */
    record ComparisonParameters(
            @QueryParam("a") Optional<String> a,
            @QueryParam("b") Optional<String> b,
            @QueryParam("subject") Optional<String> subject,
            @QueryParam("horizon") Optional<String> horizon,
            @QueryParam("from") Optional<String> from,
            @QueryParam("to") Optional<String> to,
            @QueryParam("strategy") Optional<String> strategy,
            @QueryParam("symbol") Optional<String> symbol,
            @QueryParam("timeframe") Optional<String> timeframe,
            @QueryParam("model_config") Optional<String> modelConfig,
            @QueryParam("include") Optional<String> include) {
        private static final String USUAL_SUBJECT = "analyses";

        ComparisonQuery toQuery() {
            var one = SideParameter.parse("a", a);
            var other = SideParameter.parseOther("b", b, one);
            WordList.parse(
                    "include",
                    include,
                    List.of(Extra.SYNTHETIC),
                    extra -> extra.name().toLowerCase(Locale.ROOT));
            var scored = scored().toQuery();
            requireAscending(scored.filter());
            return new ComparisonQuery(scored.subject(), scored.horizon(), one, other, scored.filter());
        }

        /** What is compared is what is scored. */
        private ScorecardParameters scored() {
            return new ScorecardParameters(
                    subject.or(() -> Optional.of(USUAL_SUBJECT)),
                    horizon,
                    Optional.empty(),
                    from,
                    to,
                    Optional.empty(),
                    strategy,
                    symbol,
                    timeframe,
                    modelConfig,
                    include);
        }

        private static void requireAscending(Filter filter) {
            filter.from()
                    .ifPresent(start -> filter.to()
                            .filter(end -> !start.isBefore(end))
                            .ifPresent(end -> {
                                throw Parameters.invalid("from", "a time before " + end, start.toString());
                            }));
        }
    }
}
