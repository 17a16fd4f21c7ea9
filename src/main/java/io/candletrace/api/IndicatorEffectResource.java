package io.candletrace.api;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.candletrace.evaluation.Effects;
import io.candletrace.evaluation.effect.EffectTable;
import io.candletrace.evaluation.scorecard.ScorecardQuery;
import io.candletrace.request.ScorecardParameters;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Which indicators helped: what followed each of their states, and how good the predictions were that were made in it. */
@Tag(name = "Scorecards")
@Path("/api/indicator-effects")
class IndicatorEffectResource {
    private final Effects effects;
    private final Csv<EffectRowView> csv;

    IndicatorEffectResource(Effects effects, ObjectMapper json) {
        this.effects = effects;
        this.csv = new Csv<>(json, EffectRowView.class);
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public Uni<EffectTableView> read(EffectParameters parameters) {
        return of(parameters).map(EffectTableView::of);
    }

    @GET
    @Produces(Csv.MEDIA_TYPE)
    public Uni<String> table(EffectParameters parameters) {
        return of(parameters).map(table -> csv.write(EffectRowView.of(table)));
    }

    private Uni<EffectTable> of(EffectParameters parameters) {
        return Uni.createFrom().item(parameters).map(EffectParameters::toQuery).chain(effects::of);
    }

    /** What is looked at, as a URL says it: as for scorecards, but that states are what is told apart. */
    record EffectParameters(
            @QueryParam("subject") Optional<String> subject,
            @QueryParam("horizon") Optional<String> horizon,
            @QueryParam("from") Optional<String> from,
            @QueryParam("to") Optional<String> to,
            @QueryParam("study") Optional<String> study,
            @QueryParam("strategy") Optional<String> strategy,
            @QueryParam("symbol") Optional<String> symbol,
            @QueryParam("timeframe") Optional<String> timeframe,
            @QueryParam("model_config") Optional<String> modelConfig,
            @QueryParam("include") Optional<String> include) {

        ScorecardQuery toQuery() {
            return new ScorecardParameters(
                            subject,
                            horizon,
                            Optional.empty(),
                            from,
                            to,
                            study,
                            strategy,
                            symbol,
                            timeframe,
                            modelConfig,
                            include)
                    .toQuery();
        }
    }
}
