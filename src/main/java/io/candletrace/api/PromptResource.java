package io.candletrace.api;

import io.candletrace.prompt.Prompt;
import io.candletrace.prompt.PromptActivation;
import io.candletrace.prompt.PromptKey;
import io.candletrace.prompt.PromptRenderer;
import io.candletrace.prompt.PromptVersion;
import io.candletrace.prompt.Prompts;
import io.candletrace.request.Parameters;
import io.candletrace.thread.Hop;
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
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
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
    private final PromptRenderer renderer;

    PromptResource(Prompts prompts, PromptRenderer renderer) {
        this.prompts = prompts;
        this.renderer = renderer;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Uni<RestResponse<PromptView>> create(@Nullable PromptInput input) {
        var given = Inputs.required(input);
        return prompts.create(given.key(), given.text(), given.origin())
                .map(prompt -> RestResponse.ResponseBuilder.<PromptView>created(path(prompt.key(), ""))
                        .entity(PromptView.of(prompt))
                        .build());
    }

    @GET
    public Uni<RestResponse<ListView<PromptView>>> list(ListQuery query, LanguageQuery language, UriInfo uri) {
        return prompts.list(language.canonical(), query.window(uri))
                .map(found -> query.view(uri, found, Prompt::id, PromptView::of))
                .map(list -> list.answer(uri));
    }

    @POST
    @Path("/validate")
    @Consumes(MediaType.APPLICATION_JSON)
    public UsedVariables validate(@Nullable PromptTextInput input) {
        return new UsedVariables(renderer.validate(Inputs.required(input).text()));
    }

    @GET
    @Path("/variables")
    public ListView<PromptVariableView> variables() {
        return new ListView<>(PromptVariableView.all(), Optional.empty());
    }

    @GET
    @Path("/{name}")
    public Uni<PromptView> read(@RestPath String name, LanguageQuery language) {
        var key = language.key(name);
        return prompts.named(key)
                .map(found -> found.map(PromptView::of).orElseThrow(() -> Parameters.notFound("prompt", key)));
    }

    @GET
    @Path("/{name}/activations")
    public Uni<RestResponse<ListView<PromptActivation>>> activations(
            @RestPath String name, LanguageQuery language, ListQuery query, UriInfo uri) {
        return prompts.activations(language.key(name), query.window(uri))
                .map(found -> query.view(uri, found, PromptActivation::id, Function.identity()))
                .map(list -> list.answer(uri));
    }

    @GET
    @Path("/{name}/diff")
    public Uni<PromptDiffView> diff(@RestPath String name, LanguageQuery language, DiffQuery query) {
        var key = language.key(name);
        return version(key, "from", query.from())
                .chain(from ->
                        version(key, "to", query.to()).chain(to -> Hop.blocking(() -> PromptDiffView.of(from, to))));
    }

    private Uni<PromptVersion> version(PromptKey key, String field, Optional<String> text) {
        var number = Inputs.required(field, text);
        return prompts.version(key, Parameters.version("version", number))
                .map(found -> found.orElseThrow(() -> Parameters.notFound("version " + number + " of prompt", key)));
    }

    static URI path(PromptKey key, String rest) {
        var language = key.language().equals(PromptKey.DEFAULT_LANGUAGE) ? "" : "?language=" + key.language();
        return URI.create("/api/prompts/" + key.name() + rest + language);
    }

    /** Which versions. */
    record DiffQuery(
            @QueryParam("from") Optional<String> from,
            @QueryParam("to") Optional<String> to) {}

    /** What a template uses, by name. */
    record UsedVariables(List<String> variables) {}
}
