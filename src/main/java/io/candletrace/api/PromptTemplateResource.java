package io.candletrace.api;

import io.candletrace.lineage.PromptTemplateId;
import io.candletrace.prompt.Prompts;
import io.candletrace.request.Parameters;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

/** Versions of prompts by the ids that strategies and analyses name. */
@Tag(name = "Prompts")
@Path("/api/prompt-templates")
@Produces(MediaType.APPLICATION_JSON)
class PromptTemplateResource {

    private final Prompts prompts;

    PromptTemplateResource(Prompts prompts) {
        this.prompts = prompts;
    }

    @GET
    @Path("/{id}")
    public Uni<PromptVersionView> read(@RestPath String id) {
        return prompts.version(Parameters.pathId("prompt template", id, PromptTemplateId::new))
                .map(found ->
                        found.map(PromptVersionView::of).orElseThrow(() -> Parameters.notFound("prompt template", id)));
    }
}
