package io.candletrace.feed.ibkr;

import com.fasterxml.jackson.databind.JsonNode;
import io.candletrace.failure.FailureReason;
import io.candletrace.failure.ServiceException;
import io.candletrace.feed.FeedConfig;
import io.candletrace.feed.ibkr.WantedContract.AtVenue;
import io.candletrace.feed.ibkr.WantedContract.ById;
import io.candletrace.feed.ibkr.WantedContract.ByTicker;
import io.candletrace.market.Instrument;
import io.candletrace.market.Symbol;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * Finds the contract that a symbol means. A ticker has a contract for each market that trades it, and sometimes means another
 * company there, so the search's order decides nothing: the definitions of all its stocks are read, and {@link ContractChoice}
 * decides by venue and currency.
 *
 * @see <a href="https://www.interactivebrokers.com/campus/ibkr-api-page/cpapi-v1/#search-symbol-contract">Search contract by
 *     symbol</a>
 * @see <a href="https://www.interactivebrokers.com/campus/ibkr-api-page/cpapi-v1/#secdef-conid-contract">Security definition by
 *     contract id</a>
 */
final class Contracts {
    private static final String STOCK = "STK";
    private static final int MOST = 100;
    private static final Pattern CONID = Pattern.compile("[1-9][0-9]{0,17}");

    private final FeedConfig feed;
    private final IbkrGateway gateway;

    Contracts(FeedConfig feed, IbkrGateway gateway) {
        this.feed = feed;
        this.gateway = gateway;
    }

    /**
     * The instrument with its contract, venue, currency and calendar. Asks nobody when it has a contract already.
     *
     * <p>Fails with {@code UNKNOWN_SYMBOL}, {@code SYMBOL_AMBIGUOUS}, {@code IMPOSSIBLE_REQUEST} when nobody knows when its venue
     * trades, or as {@link IbkrGateway#get} does.
     */
    Uni<Instrument> resolve(Instrument instrument) {
        return instrument.conid().isPresent()
                ? Uni.createFrom().item(instrument)
                : contract(instrument.symbol()).map(contract -> instrument(instrument.symbol(), contract));
    }

    private Uni<Contract> contract(Symbol symbol) {
        var choice = new ContractChoice(symbol, feed.currency());
        return switch (WantedContract.of(symbol)) {
            case ById(var conid) -> byId(symbol, conid).map(choice::only);
            case AtVenue(var venue, var ticker) -> stocks(symbol, ticker).map(found -> choice.at(venue, found));
            case ByTicker(var ticker) -> stocks(symbol, ticker).map(choice::preferred);
        };
    }

    private Uni<List<Contract>> byId(Symbol symbol, String conid) {
        return CONID.matcher(conid).matches()
                ? definitions(symbol, List.of(Long.valueOf(conid)))
                : Uni.createFrom().item(List.of());
    }

    private Uni<List<Contract>> stocks(Symbol symbol, String ticker) {
        return gateway.get(
                        "/iserver/secdef/search?symbol=" + WantedContract.encoded(ticker) + "&secType=" + STOCK,
                        "the contracts of " + symbol)
                .map(answer -> conids(answer, ticker))
                .chain(conids -> definitions(symbol, conids));
    }

    private Uni<List<Contract>> definitions(Symbol symbol, List<Long> conids) {
        if (conids.isEmpty()) {
            return Uni.createFrom().item(List.of());
        }
        var list = conids.stream().map(String::valueOf).collect(Collectors.joining(","));
        return gateway.get("/trsrv/secdef?conids=" + list, "the definition of " + symbol)
                .map(answer -> stream(answer.map(body -> body.path("secdef")))
                        .flatMap(definition -> Contract.of(definition).stream())
                        .filter(contract -> conids.contains(contract.conid()))
                        .toList());
    }

    private static List<Long> conids(Optional<JsonNode> answer, String ticker) {
        return stream(answer)
                .filter(found ->
                        WantedContract.ticker(found.path("symbol").asText()).equals(ticker))
                .filter(Contracts::isStock)
                .map(found -> found.path("conid").asLong())
                .filter(conid -> conid > 0)
                .distinct()
                .limit(MOST)
                .toList();
    }

    private static boolean isStock(JsonNode found) {
        return stream(Optional.of(found.path("sections")))
                .anyMatch(section -> section.path("secType").asText().equals(STOCK));
    }

    private static Stream<JsonNode> stream(Optional<JsonNode> array) {
        return array.stream().flatMap(items -> StreamSupport.stream(items.spliterator(), false));
    }

    private Instrument instrument(Symbol symbol, Contract contract) {
        var calendar = Optional.ofNullable(feed.calendars().get(symbol.value()))
                .or(() -> Venues.calendar(contract))
                .orElseThrow(() -> new ServiceException(
                        FailureReason.IMPOSSIBLE_REQUEST,
                        symbol + " is traded at " + contract.exchange() + ", and when that is open is not known; set "
                                + "candletrace.feed.calendars.\"" + symbol + "\" to one that fits"));
        return new Instrument(
                symbol,
                contract.exchange(),
                OptionalLong.of(contract.conid()),
                contract.currency(),
                calendar,
                feed.tickSize());
    }
}
