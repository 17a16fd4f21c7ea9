package io.candletrace.api;

import io.candletrace.prompt.Prompt;
import io.candletrace.prompt.Prompts;
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

/** Prompts. */
@Tag(name = "Prompts")
@Path("/api/prompts")
@Produces(MediaType.APPLICATION_JSON)
class PromptResource {

    private final Prompts prompts;

    PromptResource(Prompts prompts) {
        this.prompts = prompts;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Uni<RestResponse<PromptView>> create(@Nullable PromptInput input) {
        var given = Inputs.required(input);
        return prompts.create(given.toTemplate(), given.origin())
                .map(PromptView::of)
                .map(view -> RestResponse.ResponseBuilder.<PromptView>created(URI.create("/api/prompts/" + view.name()))
                        .entity(view)
                        .build());
    }

    @GET
    public Uni<RestResponse<ListView<PromptView>>> list(ListQuery query, UriInfo uri) {
        return prompts.list(query.window(uri))
                .map(found -> query.view(uri, found, Prompt::id, PromptView::of))
                .map(list -> list.answer(uri));
    }

    @GET
    @Path("/{name}")
    public Uni<PromptView> read(@RestPath String name) {
        return prompts.named(name)
                .map(found -> found.map(PromptView::of).orElseThrow(() -> Parameters.notFound("prompt", name)));
    }
}
