package io.candletrace.api;

import io.candletrace.indicator.IndicatorCatalogue;
import io.candletrace.indicator.IndicatorCatalogue.Entry;
import io.candletrace.indicator.IndicatorCatalogue.Parameter;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The indicators that strategies may ask for. */
@Tag(name = "Indicators")
@Path("/api/indicators")
@Produces(MediaType.APPLICATION_JSON)
class IndicatorResource {

    @GET
    public ListView<IndicatorView> list() {
        return new ListView<>(
                IndicatorCatalogue.entries().stream().map(IndicatorView::of).toList(), Optional.empty());
    }

    /**
     * An indicator.
     *
     * @param name as strategies spell it
     * @param convention whose arithmetic it follows
     */
    record IndicatorView(
            String name, String description, List<ParameterView> parameters, String convention, String source) {

        static IndicatorView of(Entry entry) {
            return new IndicatorView(
                    entry.key(),
                    entry.description(),
                    entry.parameters().stream().map(ParameterView::of).toList(),
                    IndicatorCatalogue.CONVENTION,
                    entry.source());
        }
    }

    /**
     * A parameter.
     *
     * @param type {@code period}, {@code periods} or {@code factor}
     * @param defaultValue what it is when it is left out
     */
    record ParameterView(
            String name, String type, Object defaultValue, BigDecimal minimum, BigDecimal maximum, String description) {

        static ParameterView of(Parameter parameter) {
            return new ParameterView(
                    parameter.name(),
                    parameter.kind().name().toLowerCase(Locale.ROOT),
                    parameter.standard(),
                    parameter.minimum(),
                    parameter.maximum(),
                    parameter.description());
        }
    }
}
