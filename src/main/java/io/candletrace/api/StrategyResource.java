package io.candletrace.api;

import io.candletrace.feed.BarSources;
import io.candletrace.request.Parameters;
import io.candletrace.schedule.Punctualities;
import io.candletrace.strategy.Strategies;
import io.candletrace.strategy.Strategy;
import io.candletrace.strategy.Timetable;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
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
    private final Punctualities punctualities;
    private final BarSources sources;

    StrategyResource(Strategies strategies, Timetable timetable, Punctualities punctualities, BarSources sources) {
        this.strategies = strategies;
        this.timetable = timetable;
        this.punctualities = punctualities;
        this.sources = sources;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Uni<RestResponse<StrategyView>> create(@Nullable StrategyInput input) {
        var given = Inputs.required(input);
        return strategies
                .create(given.toDraft(sources), given.origin())
                .chain(this::view)
                .map(view -> RestResponse.ResponseBuilder.<StrategyView>created(
                                URI.create("/api/strategies/" + view.name()))
                        .entity(view)
                        .build());
    }

    @GET
    public Uni<RestResponse<ListView<StrategyView>>> list(ListQuery query, UriInfo uri) {
        return strategies
                .list(query.window(uri))
                .chain(this::views)
                .map(found -> query.view(uri, found, StrategyView::id, Function.<StrategyView>identity()))
                .map(list -> list.answer(uri));
    }

    @GET
    @Path("/{name}")
    public Uni<StrategyView> read(@RestPath String name) {
        return strategies
                .find(name)
                .map(found -> found.orElseThrow(() -> Parameters.notFound("strategy", name)))
                .chain(this::view);
    }

    @POST
    @Path("/{name}/activate")
    public Uni<StrategyView> activate(@RestPath String name) {
        return timetable.setActive(name, true).chain(this::view);
    }

    @POST
    @Path("/{name}/deactivate")
    public Uni<StrategyView> deactivate(@RestPath String name) {
        return timetable.setActive(name, false).chain(this::view);
    }

    /** Wants none of its fires until it is resumed; they are not made up for. */
    @POST
    @Path("/{name}/pause")
    @Consumes(MediaType.APPLICATION_JSON)
    public Uni<StrategyView> pause(@RestPath String name, @Nullable ReasonInput input) {
        return timetable.pause(name, ReasonInput.optional(input)).chain(this::view);
    }

    @POST
    @Path("/{name}/resume")
    public Uni<StrategyView> resume(@RestPath String name) {
        return timetable.resume(name).chain(this::view);
    }

    /** Replaces its timing, which is the strategy's and not its versions'. */
    @PUT
    @Path("/{name}/schedule")
    @Consumes(MediaType.APPLICATION_JSON)
    public Uni<StrategyView> reschedule(@RestPath String name, @Nullable ScheduleInput input) {
        return timetable.reschedule(name, Inputs.required(input).toTiming()).chain(this::view);
    }

    private Uni<StrategyView> view(Strategy strategy) {
        return views(List.of(strategy)).map(List::getFirst);
    }

    private Uni<List<StrategyView>> views(List<Strategy> found) {
        return punctualities
                .of(found)
                .map(judged -> found.stream()
                        .map(strategy -> StrategyView.of(
                                strategy,
                                Optional.ofNullable(
                                                judged.get(strategy.current().strategy()))
                                        .orElseThrow()))
                        .toList());
    }
}
