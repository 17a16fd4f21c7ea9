package io.candletrace.api;

import io.candletrace.analysis.AnalystProbe;
import io.candletrace.analysis.Analysts;
import io.candletrace.analysis.ModelConfig;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The models that strategies may list. */
@Tag(name = "Models")
@Path("/api/models")
@Produces(MediaType.APPLICATION_JSON)
class ModelResource {

    private final Analysts analysts;
    private final AnalystProbe probe;

    ModelResource(Analysts analysts, AnalystProbe probe) {
        this.analysts = analysts;
        this.probe = probe;
    }

    @GET
    public Uni<ListView<ModelView>> list() {
        return Multi.createFrom()
                .iterable(analysts.all())
                .onItem()
                .transformToUni(this::probed)
                .merge()
                .collect()
                .asList()
                .map(this::inOrder);
    }

    private Uni<ModelView> probed(ModelConfig model) {
        return probe.reachable(model).map(reachable -> ModelView.of(model, reachable));
    }

    private ListView<ModelView> inOrder(List<ModelView> views) {
        var items = analysts.all().stream()
                .flatMap(model -> views.stream().filter(view -> view.name().equals(model.name())))
                .toList();
        return new ListView<>(items, Optional.empty());
    }

    /**
     * A model, without its secrets.
     *
     * @param sha256 of everything in the configuration that shapes its answers
     */
    record ModelView(String name, String provider, String modelName, boolean vision, String sha256, boolean reachable) {

        static ModelView of(ModelConfig model, boolean reachable) {
            return new ModelView(
                    model.name(),
                    model.provider(),
                    model.modelName(),
                    model.vision(),
                    model.sha256().hex(),
                    reachable);
        }
    }
}
