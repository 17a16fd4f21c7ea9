package io.candletrace.feed.ibkr;

import static io.candletrace.feed.ibkr.FakeGateway.DEFINITION;
import static io.candletrace.feed.ibkr.FakeGateway.SEARCH;
import static io.candletrace.feed.ibkr.FakeGateway.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import io.candletrace.failure.FailureReason;
import io.candletrace.failure.ServiceException;
import io.candletrace.market.Symbol;
import io.candletrace.market.Timeframe;
import io.candletrace.market.TradingCalendars;
import io.vertx.core.Vertx;
import java.time.Instant;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ContractsTest {
    private static final Vertx VERTX = Vertx.vertx();

    private static final String NVIDIA = definition(4815747, "NVDA", "NASDAQ", "USD", "NVIDIA CORP", true);
    private static final String NVIDIA_IN_MEXICO = definition(38709473, "NVDA", "MEXI", "MXN", "NVIDIA CORP", false);
    private static final String IN_LONDON = definition(99, "NVDA", "LSE", "USD", "LEVERAGE SHARES", false);

    private final FakeGateway fake = FakeGateway.start().loggedIn();
    private final AskedGateway asked = new AskedGateway(VERTX, fake.baseUrl(), Instant.parse("2025-05-14T22:00:00Z"));

    @AfterAll
    static void stopVertx() {
        VERTX.close().toCompletionStage().toCompletableFuture().join();
    }

    @AfterEach
    void close() {
        asked.close();
        fake.close();
    }

    @Test
    void findsTheContract() {
        // Given
        fake.always(SEARCH, json("[" + found(4815747, "NVDA", "STK") + "]")).always(DEFINITION, definitions(NVIDIA));

        // When
        var instrument = asked.resolve("NVDA");

        // Then
        assertThat(instrument.symbol()).isEqualTo(new Symbol("NVDA"));
        assertThat(instrument.exchange()).isEqualTo("NASDAQ");
        assertThat(instrument.conid()).isEqualTo(OptionalLong.of(4815747));
        assertThat(instrument.currency()).isEqualTo("USD");
        assertThat(instrument.calendar()).isEqualTo(TradingCalendars.XNYS);
        assertThat(instrument.tickSize()).isEqualByComparingTo("0.01");
    }

    @Test
    void takesTheAmericanListing_whateverTheOrder() {
        searchFinds(NVIDIA_IN_MEXICO, IN_LONDON, NVIDIA);

        assertThat(asked.resolve("NVDA").conid()).isEqualTo(OptionalLong.of(4815747));
    }

    @Test
    void takesWhatIsPayable_whenNothingIsAmerican() {
        searchFinds(NVIDIA_IN_MEXICO, IN_LONDON);
        asked.withCalendar("NVDA", TradingCalendars.ALWAYS_OPEN);

        assertThat(asked.resolve("NVDA").exchange()).isEqualTo("LSE");
    }

    @Test
    void takesTheListingThatIsNamed() {
        searchFinds(NVIDIA_IN_MEXICO, IN_LONDON, NVIDIA);
        asked.withCalendar("MEXI:NVDA", TradingCalendars.XNYS);

        assertThat(asked.resolve("NASDAQ:NVDA").conid()).isEqualTo(OptionalLong.of(4815747));
        assertThat(asked.resolve("MEXI:NVDA").currency()).isEqualTo("MXN");
    }

    @Test
    void takesTheContractThatIsNamed() {
        // Given
        fake.always(DEFINITION, definitions(NVIDIA));

        // When
        var instrument = asked.resolve("CONID:4815747");

        // Then
        assertThat(instrument.symbol()).isEqualTo(new Symbol("CONID:4815747"));
        assertThat(instrument.exchange()).isEqualTo("NASDAQ");
        assertThat(fake.requests(SEARCH)).isEmpty();
        assertThat(fake.requests(DEFINITION).getFirst().getUrl()).endsWith("?conids=4815747");
    }

    @Test
    void asksNobody_whenTheContractIsKnown() {
        var known = AskedGateway.range(Timeframe.DAILY, "2025-05-13T13:30:00Z", "2025-05-14T20:00:00Z")
                .instrument();

        assertThat(asked.source().resolve(known).await().indefinitely()).isEqualTo(known);
        assertThat(fake.requests(FakeGateway.TICKLE)).isEmpty();
    }

    @Test
    void writesShareClassesAsTheVendorDoes() {
        // Given
        fake.always(SEARCH, json("[" + found(72063691, "BRK B", "STK") + "]"))
                .always(DEFINITION, definitions(definition(72063691, "BRK B", "NYSE", "USD", "BERKSHIRE", true)));

        // When
        var instrument = asked.resolve("BRK.B");

        // Then
        assertThat(instrument.symbol()).isEqualTo(new Symbol("BRK.B"));
        assertThat(fake.requests(SEARCH).getFirst().queryParameter("symbol").firstValue())
                .isEqualTo("BRK B");
    }

    @Test
    void asksWhichOne_whenSeveralAreMeant() {
        // Given
        searchFinds(NVIDIA, definition(7, "NVDA", "ARCA", "USD", "NVIDIA\nFUND", true), NVIDIA_IN_MEXICO);

        // When
        var failure = failure("NVDA");

        // Then
        assertThat(failure.reason()).isEqualTo(FailureReason.SYMBOL_AMBIGUOUS);
        assertThat(failure.detail())
                .isEqualTo("NVDA in USD means several contracts of IBKR: 4815747 NVIDIA CORP NASDAQ USD, "
                        + "7 NVIDIA?FUND ARCA USD; write NASDAQ:NVDA or CONID:4815747");
    }

    @Test
    void saysWhatThereIs_whenTheVenueIsAnother() {
        searchFinds(NVIDIA);

        var failure = failure("NYSE:NVDA");

        assertThat(failure.reason()).isEqualTo(FailureReason.UNKNOWN_SYMBOL);
        assertThat(failure.detail())
                .isEqualTo("IBKR has no stock NYSE:NVDA; it has 4815747 NVIDIA CORP NASDAQ USD: write NASDAQ:NVDA or "
                        + "CONID:4815747");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[]",
                "{\"error\": \"No symbol found\"}",
                "[{\"conid\": \"-1\", \"symbol\": null, \"sections\": [{\"secType\": \"BOND\"}]}]",
                "[{\"conid\": \"1\", \"symbol\": \"NVDA\", \"sections\": [{\"secType\": \"IND\"}]}]",
                "[{\"conid\": \"1\", \"symbol\": \"NVDX\", \"sections\": [{\"secType\": \"STK\"}]}]"
            })
    void knowsNoSuchSymbol(String answer) {
        fake.always(SEARCH, json(answer));

        var failure = failure("NVDA");

        assertThat(failure.reason()).isEqualTo(FailureReason.UNKNOWN_SYMBOL);
        assertThat(failure.detail()).isEqualTo("IBKR has no stock NVDA in USD");
    }

    @ParameterizedTest
    @ValueSource(strings = {"CONID:NVDA", "CONID:", "CONID:0", "CONID:99999999999999999999"})
    void knowsNoSuchContract(String symbol) {
        assertThat(failure(symbol).reason()).isEqualTo(FailureReason.UNKNOWN_SYMBOL);
        assertThat(fake.requests(DEFINITION)).isEmpty();
    }

    @Test
    void refusesAVenueWhoseHoursNobodyKnows() {
        searchFinds(IN_LONDON);

        var failure = failure("LSE:NVDA");

        assertThat(failure.reason()).isEqualTo(FailureReason.IMPOSSIBLE_REQUEST);
        assertThat(failure.detail())
                .isEqualTo("LSE:NVDA is traded at LSE, and when that is open is not known; set "
                        + "candletrace.feed.calendars.\"LSE:NVDA\" to one that fits");
    }

    @Test
    void saysWhatIsKnownWithoutAsking() {
        assertThat(asked.source().instrument(new Symbol("NASDAQ:NVDA")).exchange())
                .isEqualTo("NASDAQ");
        assertThat(asked.source().instrument(new Symbol("NVDA")).exchange()).isEqualTo("SMART");
        assertThat(fake.requests(FakeGateway.TICKLE)).isEmpty();
    }

    private void searchFinds(String... definitions) {
        var found = Stream.of(definitions)
                .map(definition -> found(Long.parseLong(definition.replaceAll("\\D*(\\d+).*", "$1")), "NVDA", "STK"))
                .toList();
        fake.always(SEARCH, json(found.toString())).always(DEFINITION, definitions(definitions));
    }

    private ServiceException failure(String symbol) {
        return asked.failure(() -> asked.resolve(symbol));
    }

    private static String found(long conid, String symbol, String type) {
        return """
                {"conid": "%d", "companyHeader": "SOME INC - SOMEWHERE", "companyName": "SOME INC", "symbol": "%s",
                 "description": "SOMEWHERE", "restricted": null, "fop": null, "opt": null, "war": null,
                 "sections": [{"secType": "%s"}, {"secType": "OPT", "months": "JUN25;JUL25", "exchange": "SMART;AMEX"}]}
                """.formatted(conid, symbol, type);
    }

    private static String definition(
            long conid, String ticker, String exchange, String currency, String name, boolean american) {
        return "{\"conid\": %d, \"currency\": \"%s\", \"listingExchange\": \"%s\", \"name\": \"%s\", \"assetClass\": \"STK\", "
                        .formatted(conid, currency, exchange, name.replace("\n", "\\n"))
                + "\"ticker\": \"%s\", \"isUS\": %s, \"pageSize\": 100}".formatted(ticker, american);
    }

    private static ResponseDefinitionBuilder definitions(String... definitions) {
        return json("{\"secdef\": [" + String.join(",", definitions) + "]}");
    }

    /** What the search answers when a ticker means these contracts. */
    static ResponseDefinitionBuilder searchResult(String ticker, long... conids) {
        return json(LongStream.of(conids)
                .mapToObj(conid -> found(conid, ticker, "STK"))
                .collect(Collectors.joining(",", "[", "]")));
    }

    /** The definitions of these contracts, all listed in New York. */
    static ResponseDefinitionBuilder definitionsOf(String ticker, long... conids) {
        return definitions(LongStream.of(conids)
                .mapToObj(conid -> definition(conid, ticker, "NASDAQ", "USD", ticker + " CORP", true))
                .toArray(String[]::new));
    }
}
