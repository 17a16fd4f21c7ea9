package io.candletrace.api;

import io.candletrace.analysis.AnalysisConfig;
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
    private final AnalysisConfig config;

    ModelResource(Analysts analysts, AnalystProbe probe, AnalysisConfig config) {
        this.analysts = analysts;
        this.probe = probe;
        this.config = config;
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
        return probe.reachable(model).map(reachable -> view(model, reachable));
    }

    private ListView<ModelView> inOrder(List<ModelView> views) {
        var items = analysts.all().stream()
                .flatMap(model -> views.stream().filter(view -> view.name().equals(model.name())))
                .toList();
        return new ListView<>(items, Optional.empty());
    }

    private ModelView view(ModelConfig model, boolean reachable) {
        var settings = Optional.ofNullable(config.models().get(model.name()));
        return ModelView.of(model, settings.map(ModelSettingsView::of), reachable);
    }

    /**
     * A model, without its secrets.
     *
     * @param sha256 of everything in the configuration that shapes its answers
     * @param settings as configured; {@code rules-v1} has none
     */
    record ModelView(
            String name,
            String provider,
            String modelName,
            boolean vision,
            boolean thirdParty,
            String sha256,
            boolean reachable,
            Optional<ModelSettingsView> settings) {

        static ModelView of(ModelConfig model, Optional<ModelSettingsView> settings, boolean reachable) {
            return new ModelView(
                    model.name(),
                    model.provider(),
                    model.modelName(),
                    model.vision(),
                    model.thirdParty(),
                    model.sha256().hex(),
                    reachable,
                    settings);
        }
    }
}
