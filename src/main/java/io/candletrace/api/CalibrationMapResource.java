package io.candletrace.api;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.candletrace.evaluation.CalibrationArchive;
import io.candletrace.evaluation.CalibrationArchive.Filter;
import io.candletrace.evaluation.CalibrationRecord;
import io.candletrace.evaluation.calibration.CalibrationMap.Knot;
import io.candletrace.request.Parameters;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

/** What stated confidences were worth. Maps are only ever added; rows keep the one that they were written with. */
@Tag(name = "Calibration maps")
@Path("/api/calibration-maps")
@Produces(MediaType.APPLICATION_JSON)
class CalibrationMapResource {
    private static final String MAP = "calibration map";

    private final CalibrationArchive archive;

    CalibrationMapResource(CalibrationArchive archive) {
        this.archive = archive;
    }

    @GET
    public Uni<RestResponse<ListView<CalibrationMapView>>> list(ListQuery query, MapQuery filter, UriInfo uri) {
        return archive.list(filter.toFilter(), query.window(uri))
                .map(found -> query.view(uri, found, CalibrationRecord::id, CalibrationMapView::of))
                .map(list -> list.answer(uri));
    }

    @GET
    @Path("/{id}")
    public Uni<Steps> read(@RestPath String id) {
        return archive.find(Parameters.pathId(MAP, id, Long::valueOf))
                .map(found -> found.map(map -> new Steps(CalibrationMapView.of(map), map.knots()))
                        .orElseThrow(() -> Parameters.notFound(MAP, id)));
    }

    /**
     * A map with its steps.
     *
     * @param knots ascending; each holds up to the next, the first below itself too
     */
    record Steps(@JsonUnwrapped CalibrationMapView map, List<Knot> knots) {}

    /** Which maps. */
    record MapQuery(
            @QueryParam("model_config") Optional<String> modelConfig,
            @QueryParam("prompt_version") Optional<String> promptVersion) {
        private static final int MAX_NAME = 64;
        private static final int MAX_PIN = 128;
        private static final Pattern PIN = Pattern.compile("[^@\\p{Cntrl}]+@[1-9][0-9]*");

        Filter toFilter() {
            return new Filter(
                    Parameters.text("model_config", modelConfig, MAX_NAME), promptVersion.map(MapQuery::pinned));
        }

        private static String pinned(String text) {
            if (text.length() > MAX_PIN || !PIN.matcher(text).matches()) {
                throw Parameters.invalid("prompt_version", "a version such as daily@3", text);
            }
            return text;
        }
    }
}
