package io.candletrace.api;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.candletrace.evaluation.Scorecards;
import io.candletrace.evaluation.scorecard.ScorecardTable;
import io.candletrace.request.ScorecardParameters;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
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
}
