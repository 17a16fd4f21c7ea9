package io.candletrace.api;

import io.candletrace.analysis.Analysts;
import io.candletrace.analysis.PriceList;
import io.candletrace.lineage.ModelPriceId;
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
import java.net.URI;
import java.time.Clock;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/**
 * What models charge. Prices are only ever added: the latest effective one holds, of equal ones the last entered, for calls that
 * are made after it was entered; what was computed before keeps its cost and its price.
 */
@Tag(name = "Model prices")
@Path("/api/model-prices")
@Produces(MediaType.APPLICATION_JSON)
class ModelPriceResource {

    private final PriceList prices;
    private final Analysts analysts;
    private final Clock clock;

    ModelPriceResource(PriceList prices, Analysts analysts, Clock clock) {
        this.prices = prices;
        this.analysts = analysts;
        this.clock = clock;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Uni<RestResponse<ModelPriceView>> enter(@Nullable ModelPriceInput input) {
        var given = Inputs.required(input);
        return prices.add(given.toPrice(analysts, clock.instant()), given.origin())
                .map(ModelPriceView::of)
                .map(view -> RestResponse.ResponseBuilder.<ModelPriceView>created(
                                URI.create("/api/model-prices/" + view.id()))
                        .entity(view)
                        .build());
    }

    @GET
    public Uni<RestResponse<ListView<ModelPriceView>>> list(ListQuery query, PriceQuery filter, UriInfo uri) {
        return prices.list(filter.toFilter(), query.window(uri))
                .map(found -> query.view(uri, found, row -> row.id().value(), ModelPriceView::of))
                .map(list -> list.answer(uri));
    }

    @GET
    @Path("/{id}")
    public Uni<ModelPriceView> read(@RestPath String id) {
        return prices.find(Parameters.pathId("model price", id, ModelPriceId::new))
                .map(found -> found.map(ModelPriceView::of).orElseThrow(() -> Parameters.notFound("model price", id)));
    }

    /**
     * Which prices.
     *
     * @param at only those that are in effect at this time
     */
    record PriceQuery(
            @QueryParam("model") Optional<String> model,
            @QueryParam("service_tier") Optional<String> serviceTier,
            @QueryParam("at") Optional<String> at) {

        private static final int MAX_NAME = 64;

        PriceList.Filter toFilter() {
            return new PriceList.Filter(
                    Parameters.text("model", model, MAX_NAME),
                    Parameters.text("service_tier", serviceTier, MAX_NAME),
                    Parameters.instant("at", at));
        }
    }
}
