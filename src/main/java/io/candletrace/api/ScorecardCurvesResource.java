package io.candletrace.api;

import io.candletrace.evaluation.Scorecards;
import io.candletrace.request.ScorecardParameters;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What the pictures of scorecards are drawn from. */
@Tag(name = "Scorecards")
@Path("/api/scorecards/curves")
class ScorecardCurvesResource {
    private final Scorecards scorecards;

    ScorecardCurvesResource(Scorecards scorecards) {
        this.scorecards = scorecards;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public Uni<ScorecardCurvesView> read(ScorecardParameters parameters) {
        return Uni.createFrom()
                .item(parameters)
                .map(ScorecardParameters::toQuery)
                .chain(scorecards::curves)
                .map(ScorecardCurvesView::of);
    }
}
