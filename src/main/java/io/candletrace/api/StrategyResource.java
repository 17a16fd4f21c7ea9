package io.candletrace.api;

import io.candletrace.feed.BarSources;
import io.candletrace.strategy.Strategies;
import io.candletrace.strategy.Timetable;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Strategies. */
@Tag(name = "Strategies")
@Path("/api/strategies")
@Produces(MediaType.APPLICATION_JSON)
class StrategyResource {

    private final Strategies strategies;
    private final Timetable timetable;
    private final BarSources sources;

    StrategyResource(Strategies strategies, Timetable timetable, BarSources sources) {
        this.strategies = strategies;
        this.timetable = timetable;
        this.sources = sources;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Uni<RestResponse<StrategyView>> create(@Nullable StrategyInput input) {
        var given = Inputs.required(input);
        return strategies
                .create(given.toDraft(sources), given.origin())
                .map(StrategyView::of)
                .map(view -> RestResponse.ResponseBuilder.<StrategyView>created(
                                URI.create("/api/strategies/" + view.name()))
                        .entity(view)
                        .build());
    }

    @GET
    public Uni<RestResponse<ListView<StrategyView>>> list(ListQuery query, UriInfo uri) {
        return strategies
                .list(query.window(uri))
                .map(found -> query.view(
                        uri, found, strategy -> strategy.current().strategy().value(), StrategyView::of))
                .map(list -> list.answer(uri));
    }

    @GET
    @Path("/{name}")
    public Uni<StrategyView> read(@RestPath String name) {
        return strategies
                .find(name)
                .map(found -> found.map(StrategyView::of).orElseThrow(() -> Parameters.notFound("strategy", name)));
    }

    @POST
    @Path("/{name}/activate")
    public Uni<StrategyView> activate(@RestPath String name) {
        return timetable.setActive(name, true).map(StrategyView::of);
    }

    @POST
    @Path("/{name}/deactivate")
    public Uni<StrategyView> deactivate(@RestPath String name) {
        return timetable.setActive(name, false).map(StrategyView::of);
    }
}
