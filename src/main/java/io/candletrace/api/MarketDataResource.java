package io.candletrace.api;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.candletrace.failure.FailureReason;
import io.candletrace.failure.ServiceException;
import io.candletrace.feed.MarketDataArchive;
import io.candletrace.feed.MarketDataArchive.Holding;
import io.candletrace.feed.MarketDataArchive.Revision;
import io.candletrace.feed.MarketHistory;
import io.candletrace.feed.MarketHistory.History;
import io.candletrace.market.Symbol;
import io.candletrace.market.Timeframe;
import io.candletrace.request.Parameters;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

/** Bars: what a source has, what is kept of it, and what came back changed. */
@Tag(name = "Market data")
@Path("/api/market-data")
class MarketDataResource {

    private final MarketHistory history;
    private final MarketDataArchive archive;
    private final Clock clock;
    private final Csv<BarView> csv;

    MarketDataResource(MarketHistory history, MarketDataArchive archive, Clock clock, ObjectMapper json) {
        this.history = history;
        this.archive = archive;
        this.clock = clock;
        this.csv = new Csv<>(json, BarView.class);
    }

    @GET
    @Path("/{symbol}")
    @Produces(MediaType.APPLICATION_JSON)
    public Uni<HistoryView> bars(@RestPath String symbol, BarQuery query) {
        return history.read(query.toQuery(symbol, clock.instant())).map(HistoryView::of);
    }

    @GET
    @Path("/{symbol}")
    @Produces(Csv.MEDIA_TYPE)
    public Uni<String> table(@RestPath String symbol, BarQuery query) {
        return history.read(query.toQuery(symbol, clock.instant()))
                .invoke(MarketDataResource::requireRedistributable)
                .map(found -> csv.write(found.bars().stream().map(BarView::of).toList()));
    }

    @POST
    @Path("/{symbol}/refresh")
    @Produces(MediaType.APPLICATION_JSON)
    public Uni<ChangeView> refresh(@RestPath String symbol, BarQuery query) {
        return history.refresh(query.toQuery(symbol, clock.instant())).map(ChangeView::of);
    }

    @GET
    @Path("/revisions")
    @Produces(MediaType.APPLICATION_JSON)
    public Uni<RestResponse<ListView<Revision>>> revisions(
            ListQuery query, @QueryParam("symbol") Optional<String> symbol, UriInfo uri) {
        return archive.revisions(symbol.map(text -> Parameters.symbol("symbol", text)), query.window(uri))
                .map(found -> query.view(uri, found, Revision::id, Function.<Revision>identity()))
                .map(list -> list.answer(uri));
    }

    @GET
    @Path("/statistics")
    @Produces(MediaType.APPLICATION_JSON)
    public Uni<ListView<Holding>> statistics() {
        return archive.holdings().map(found -> new ListView<>(found, Optional.empty()));
    }

    private static void requireRedistributable(History found) {
        if (!found.source().redistributable()) {
            throw new ServiceException(
                    FailureReason.NOT_REDISTRIBUTABLE,
                    "the terms of " + found.source().name() + " do not allow its bars to be exported; candletrace.feed."
                            + found.source().name() + ".redistributable=true says that yours do");
        }
    }

    /** Which bars. */
    record BarQuery(
            @QueryParam("timeframe") Optional<String> timeframe,
            @QueryParam("from") Optional<String> from,
            @QueryParam("to") Optional<String> to,
            @QueryParam("source") Optional<String> source) {

        private static final int MAX_NAME = 64;

        MarketHistory.Query toQuery(String symbol, Instant now) {
            var until = Parameters.instant("to", to)
                    .filter(time -> time.isBefore(now))
                    .orElse(now);
            return new MarketHistory.Query(
                    Parameters.text("source", source, MAX_NAME),
                    pathSymbol(symbol),
                    Parameters.timeframe("timeframe", timeframe)
                            .flatMap(Timeframe::ofCode)
                            .orElse(Timeframe.DAILY),
                    Parameters.instant("from", from),
                    until);
        }

        private static Symbol pathSymbol(String text) {
            if (!Symbol.isValid(text)) {
                throw Parameters.notFound("symbol", text);
            }
            return new Symbol(text);
        }
    }
}
