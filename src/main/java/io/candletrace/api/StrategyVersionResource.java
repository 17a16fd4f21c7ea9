package io.candletrace.api;

import io.candletrace.feed.BarSources;
import io.candletrace.request.Parameters;
import io.candletrace.strategy.Strategies;
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

/** The versions of a strategy: each is kept for good, and the newest is current. */
@Tag(name = "Strategies")
@Path("/api/strategies/{name}/versions")
@Produces(MediaType.APPLICATION_JSON)
class StrategyVersionResource {

    private final Strategies strategies;
    private final BarSources sources;

    StrategyVersionResource(Strategies strategies, BarSources sources) {
        this.strategies = strategies;
        this.sources = sources;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Uni<RestResponse<StrategyVersionView>> add(@RestPath String name, @Nullable StrategyInput input) {
        var given = Inputs.required(input);
        return strategies
                .find(name)
                .map(found -> found.orElseThrow(() -> Parameters.notFound("strategy", name)))
                .chain(strategy -> strategies.addVersion(given.toDraft(sources, strategy), given.origin()))
                .map(StrategyVersionView::of)
                .map(view -> RestResponse.ResponseBuilder.<StrategyVersionView>created(URI.create("/api/strategies/"
                                + name + "/versions/" + view.version().version()))
                        .entity(view)
                        .build());
    }

    @GET
    public Uni<RestResponse<ListView<StrategyVersionView>>> list(@RestPath String name, ListQuery query, UriInfo uri) {
        return strategies
                .versions(name, query.window(uri))
                .map(found -> query.view(uri, found, version -> version.id().value(), StrategyVersionView::of))
                .map(list -> list.answer(uri));
    }

    @GET
    @Path("/{version}")
    public Uni<StrategyVersionView> read(@RestPath String name, @RestPath String version) {
        return strategies
                .version(name, Parameters.version("strategy version", version))
                .map(found -> found.map(StrategyVersionView::of)
                        .orElseThrow(() -> Parameters.notFound("version " + version + " of strategy", name)));
    }
}
