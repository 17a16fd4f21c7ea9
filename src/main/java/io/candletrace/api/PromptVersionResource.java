package io.candletrace.api;

import io.candletrace.prompt.PromptVersion;
import io.candletrace.prompt.Prompts;
import io.candletrace.request.Parameters;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** The versions of a prompt: each is kept for good, and one is active. */
@Tag(name = "Prompts")
@Path("/api/prompts/{name}/versions")
@Produces(MediaType.APPLICATION_JSON)
class PromptVersionResource {

    private final Prompts prompts;
    private final PromptPreviews previews;

    PromptVersionResource(Prompts prompts, PromptPreviews previews) {
        this.prompts = prompts;
        this.previews = previews;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Uni<RestResponse<PromptVersionView>> add(
            @RestPath String name, LanguageQuery language, @Nullable PromptVersionInput input) {
        var given = Inputs.required(input);
        var key = given.key(name, language);
        return prompts.addVersion(
                        key, given.text(), given.origin(), given.activate().orElse(false))
                .map(version -> RestResponse.ResponseBuilder.<PromptVersionView>created(
                                PromptResource.path(key, "/versions/" + version.number()))
                        .entity(PromptVersionView.of(version))
                        .build());
    }

    @GET
    public Uni<RestResponse<ListView<PromptVersionView>>> list(
            @RestPath String name, LanguageQuery language, ListQuery query, UriInfo uri) {
        return prompts.versions(language.key(name), query.window(uri))
                .map(found -> query.view(
                        uri, found, version -> version.template().id().value(), PromptVersionView::of))
                .map(list -> list.answer(uri));
    }

    @GET
    @Path("/{version}")
    public Uni<PromptVersionView> read(@RestPath String name, @RestPath String version, LanguageQuery language) {
        return find(name, version, language).map(PromptVersionView::of);
    }

    @POST
    @Path("/{version}/activate")
    @Consumes(MediaType.APPLICATION_JSON)
    public Uni<PromptView> activate(
            @RestPath String name,
            @RestPath String version,
            LanguageQuery language,
            @Nullable PromptActivationInput input) {
        var given = Optional.ofNullable(input).orElseGet(() -> new PromptActivationInput(Optional.empty()));
        return prompts.activate(language.key(name), Parameters.version("prompt version", version), given.author())
                .map(PromptView::of);
    }

    @POST
    @Path("/{version}/preview")
    @Consumes(MediaType.APPLICATION_JSON)
    public Uni<PromptPreviewView> preview(
            @RestPath String name,
            @RestPath String version,
            LanguageQuery language,
            @Nullable PromptPreviewInput input) {
        var given = Inputs.required(input);
        return find(name, version, language).chain(found -> previews.preview(found, given));
    }

    private Uni<PromptVersion> find(String name, String version, LanguageQuery language) {
        var key = language.key(name);
        return prompts.version(key, Parameters.version("prompt version", version))
                .map(found -> found.orElseThrow(() -> Parameters.notFound("version " + version + " of prompt", key)));
    }
}
