package io.candletrace.api;

import io.candletrace.feed.Instruments;
import io.candletrace.feed.Instruments.Listed;
import io.candletrace.lineage.InstrumentId;
import io.candletrace.request.Parameters;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalLong;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** Instruments that were ever asked about. */
@Tag(name = "Instruments")
@Path("/api/instruments")
@Produces(MediaType.APPLICATION_JSON)
class InstrumentResource {

    private final Instruments instruments;

    InstrumentResource(Instruments instruments) {
        this.instruments = instruments;
    }

    @GET
    public Uni<ListView<InstrumentView>> list(@QueryParam("symbol") Optional<String> symbol) {
        return instruments
                .list(symbol.map(text -> Parameters.symbol("symbol", text)))
                .map(found ->
                        new ListView<>(found.stream().map(InstrumentView::of).toList(), Optional.empty()));
    }

    @POST
    @Path("/{id}/succession")
    @Consumes(MediaType.APPLICATION_JSON)
    public Uni<InstrumentView> succeed(@RestPath String id, @Nullable SuccessionInput input) {
        var from = Inputs.required(input).fromGiven();
        return instruments
                .succeed(Parameters.pathId("instrument", id, InstrumentId::new), from)
                .map(InstrumentView::of);
    }

    /** From when on a ticker is this instrument's. */
    record SuccessionInput(Optional<String> from) {

        LocalDate fromGiven() {
            return Parameters.date("from", Inputs.required("from", from));
        }
    }

    /**
     * An instrument.
     *
     * @param feed whose name for it the symbol is
     * @param validFrom first session under this owner of the ticker
     * @param validTo last session under this owner of the ticker
     * @param learned whether the feed itself said what it is
     */
    record InstrumentView(
            long id,
            String feed,
            String symbol,
            String exchange,
            OptionalLong conid,
            String currency,
            String calendar,
            BigDecimal tickSize,
            Optional<LocalDate> validFrom,
            Optional<LocalDate> validTo,
            boolean learned) {

        static InstrumentView of(Listed row) {
            var instrument = row.instrument();
            return new InstrumentView(
                    row.id().value(),
                    row.feed(),
                    instrument.symbol().value(),
                    instrument.exchange(),
                    instrument.conid(),
                    instrument.currency(),
                    instrument.calendar().id(),
                    instrument.tickSize(),
                    instrument.since(),
                    row.until(),
                    row.learned());
        }
    }
}
