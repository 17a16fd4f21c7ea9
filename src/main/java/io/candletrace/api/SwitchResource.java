package io.candletrace.api;

import io.candletrace.queue.ClaimSwitch;
import io.candletrace.queue.ClaimSwitch.Turn;
import io.candletrace.request.Parameters;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** The kill switch, {@code claiming}: while it is engaged nothing is begun. */
@Tag(name = "Switches")
@Path("/api/switches")
@Produces(MediaType.APPLICATION_JSON)
class SwitchResource {

    private final ClaimSwitch claiming;

    SwitchResource(ClaimSwitch claiming) {
        this.claiming = claiming;
    }

    /** Every turn, newest first: the first is where it stands. */
    @GET
    public Uni<RestResponse<ListView<Turn>>> list(ListQuery query, UriInfo uri) {
        return claiming.history(query.window(uri))
                .map(found -> query.view(uri, found, Turn::id, Function.<Turn>identity()))
                .map(list -> list.answer(uri));
    }

    @GET
    @Path("/{name}")
    public Uni<State> read(@RestPath String name) {
        require(name);
        return claiming.engaged().map(engaged -> new State(name, engaged));
    }

    @POST
    @Path("/{name}/engage")
    @Consumes(MediaType.APPLICATION_JSON)
    public Uni<Turn> engage(@RestPath String name, @Nullable ReasonInput input) {
        require(name);
        return claiming.turn(true, ReasonInput.required(input), ReasonInput.author(input));
    }

    @POST
    @Path("/{name}/release")
    @Consumes(MediaType.APPLICATION_JSON)
    public Uni<Turn> release(@RestPath String name, @Nullable ReasonInput input) {
        require(name);
        return claiming.turn(false, ReasonInput.optional(input), ReasonInput.author(input));
    }

    private static void require(String name) {
        if (!name.equals(ClaimSwitch.NAME)) {
            throw Parameters.notFound("switch", name);
        }
    }

    /** Where a switch stands. */
    record State(String name, boolean engaged) {}
}
