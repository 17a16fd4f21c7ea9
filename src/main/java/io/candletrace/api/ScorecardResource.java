package io.candletrace.api;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.candletrace.evaluation.Scorecards;
import io.candletrace.evaluation.scorecard.Dimension;
import io.candletrace.evaluation.scorecard.ScorecardQuery;
import io.candletrace.evaluation.scorecard.ScorecardQuery.Extra;
import io.candletrace.evaluation.scorecard.ScorecardTable;
import io.candletrace.lineage.StudyId;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** How good predictions were, with what chance would have done beside it. */
@Tag(name = "Scorecards")
@Path("/api/scorecards")
class ScorecardResource {
    private final Scorecards scorecards;
    private final Csv<ScorecardRowView> csv;

    ScorecardResource(Scorecards scorecards, ObjectMapper json) {
        this.scorecards = scorecards;
        this.csv = new Csv<>(json, ScorecardRowView.class);
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public Uni<ScorecardTableView> read(ScorecardParameters parameters) {
        return of(parameters).map(ScorecardTableView::of);
    }

    @GET
    @Produces(Csv.MEDIA_TYPE)
    public Uni<String> table(ScorecardParameters parameters) {
        return of(parameters).map(table -> csv.write(ScorecardRowView.of(table)));
    }

    private Uni<ScorecardTable> of(ScorecardParameters parameters) {
        return Uni.createFrom()
                .item(parameters)
                .map(ScorecardParameters::toQuery)
                .chain(scorecards::of);
    }

    /** What is scored, as a URL says it. */
    record ScorecardParameters(
            @QueryParam("subject") Optional<String> subject,
            @QueryParam("horizon") Optional<String> horizon,
            @QueryParam("group_by") Optional<String> groupBy,
            @QueryParam("from") Optional<String> from,
            @QueryParam("to") Optional<String> to,
            @QueryParam("study") Optional<String> study,
            @QueryParam("strategy") Optional<String> strategy,
            @QueryParam("symbol") Optional<String> symbol,
            @QueryParam("timeframe") Optional<String> timeframe,
            @QueryParam("model_config") Optional<String> modelConfig,
            @QueryParam("include") Optional<String> include) {
        private static final int MAX_NAME = 64;
        private static final int MAX_HORIZON = 1000;
        private static final String USUAL_HORIZON = "5";

        ScorecardQuery toQuery() {
            return new ScorecardQuery(
                    Parameters.oneOf("subject", subject, List.of("signals", "analyses"))
                            .map(word -> ScorecardQuery.Subject.valueOf(word.toUpperCase(Locale.ROOT)))
                            .orElse(ScorecardQuery.Subject.SIGNALS),
                    bars(),
                    WordList.parse("group_by", groupBy, List.of(Dimension.values()), Dimension::code)
                            .orElse(List.of()),
                    filter());
        }

        private int bars() {
            var text = horizon.orElse(USUAL_HORIZON);
            var bars = Parameters.count("horizon", text);
            if (bars < 1 || bars > MAX_HORIZON) {
                throw Parameters.invalid("horizon", "1 to " + MAX_HORIZON + " bars", text);
            }
            return (int) bars;
        }

        private ScorecardQuery.Filter filter() {
            var extras = WordList.parse("include", include, List.of(Extra.values()), ScorecardParameters::word)
                    .orElse(List.of());
            return new ScorecardQuery.Filter(
                    Parameters.instant("from", from),
                    Parameters.instant("to", to),
                    Parameters.id("study", study).map(StudyId::new),
                    Parameters.text("strategy", strategy, MAX_NAME),
                    Parameters.symbol("symbol", symbol),
                    Parameters.timeframe("timeframe", timeframe),
                    Parameters.text("model_config", modelConfig, MAX_NAME),
                    Set.copyOf(extras));
        }

        private static String word(Extra extra) {
            return extra.name().toLowerCase(Locale.ROOT);
        }
    }
}
