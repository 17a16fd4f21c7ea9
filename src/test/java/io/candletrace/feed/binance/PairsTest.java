package io.candletrace.feed.binance;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static io.candletrace.feed.binance.StubbedBinance.EXCHANGE_INFO;
import static io.candletrace.feed.binance.VendorAnswers.exchangeInfo;
import static io.candletrace.feed.binance.VendorAnswers.refuses;
import static io.candletrace.feed.binance.VendorAnswers.says;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.candletrace.failure.FailureReason;
import io.candletrace.failure.ServiceException;
import io.candletrace.market.Instrument;
import io.candletrace.market.Symbol;
import io.candletrace.market.TradingCalendars;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import java.math.BigDecimal;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PairsTest {
    private static final Vertx VERTX = Vertx.vertx();

    private final StubbedBinance vendor = new StubbedBinance(VERTX);

    @AfterAll
    static void stopVertx() {
        VERTX.close().toCompletionStage().toCompletableFuture().join();
    }

    @AfterEach
    void close() {
        vendor.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ETHBTC", "ETH-BTC"})
    void findsAPair_withAndWithoutItsDash(String symbol) {
        vendor.answers(EXCHANGE_INFO, says(exchangeInfo("ETH", "BTC", "0.00000100")));

        assertThat(vendor.resolve(symbol))
                .isEqualTo(new Instrument(
                        new Symbol(symbol),
                        "BINANCE",
                        OptionalLong.empty(),
                        "BTC",
                        TradingCalendars.ALWAYS_OPEN,
                        new BigDecimal("0.000001")));
        assertThat(vendor.asked()).containsExactly(EXCHANGE_INFO + "?symbol=ETHBTC");
    }

    @ParameterizedTest
    @CsvSource({"BTCUSDT,XXX", "BTC-USDT,USDT", "BRK.B,XXX", "A-B-C,XXX"})
    void saysLittle_beforeAnybodyWasAsked(String symbol, String currency) {
        var instrument = vendor.source().instrument(new Symbol(symbol));

        assertThat(instrument.currency()).isEqualTo(currency);
        assertThat(instrument.tickSize()).isEqualTo(new BigDecimal("0.00000001"));
        assertThat(vendor.asked()).isEmpty();
    }

    @Test
    void knowsAPair_onceItWasResolved() {
        vendor.answers(EXCHANGE_INFO, says(exchangeInfo("ETH", "BTC", "0.00000100")));

        vendor.resolve("ETHBTC");
        vendor.resolve("ETH-BTC");

        assertThat(vendor.source().instrument(new Symbol("ETHBTC")).currency()).isEqualTo("BTC");
        assertThat(vendor.asked()).hasSize(1);
    }

    @Test
    void asksOnce_whenManyAskAtTheSameTime() {
        vendor.answers(
                EXCHANGE_INFO, says(exchangeInfo("ETH", "BTC", "0.00000100")).withFixedDelay(100));
        var instrument = vendor.source().instrument(new Symbol("ETHBTC"));

        var both = Uni.join()
                .all(vendor.source().resolve(instrument), vendor.source().resolve(instrument))
                .andFailFast()
                .await()
                .indefinitely();

        assertThat(both).extracting(Instrument::currency).containsExactly("BTC", "BTC");
        assertThat(vendor.asked()).hasSize(1);
    }

    @Test
    void asksAgain_afterAFailure() {
        vendor.with("retries", "0")
                .answers(EXCHANGE_INFO, aResponse().withStatus(503), says(exchangeInfo("ETH", "BTC", "0.00000100")));

        var failure = catchThrowableOfType(ServiceException.class, () -> vendor.resolve("ETHBTC"));

        assertThat(failure.reason()).isEqualTo(FailureReason.FEED_UNAVAILABLE);
        assertThat(vendor.resolve("ETHBTC").currency()).isEqualTo("BTC");
    }

    @Test
    void takesTheFinestTick_whenTheRuleIsSwitchedOff() {
        vendor.answers(EXCHANGE_INFO, says(exchangeInfo("ETH", "BTC", "0.00000000")));

        assertThat(vendor.resolve("ETHBTC").tickSize()).isEqualTo(new BigDecimal("0.00000001"));
    }

    @Test
    void findsNoPair_thatTheVendorDoesNotKnow() {
        vendor.answers(EXCHANGE_INFO, refuses(400, -1121, "Invalid symbol."));

        assertUnknown("BTC-USD", "a pair BTC-USD, like BTCUSDT or BTC-USDT, has none");
    }

    @Test
    void findsNoPair_whenTheDashStandsElsewhere() {
        vendor.answers(EXCHANGE_INFO, says(exchangeInfo("ETH", "BTC", "0.00000100")));

        assertUnknown("ET-HBTC", "a pair ET-HBTC, has ETH-BTC");
    }

    private void assertUnknown(String symbol, String detail) {
        var failure = catchThrowableOfType(ServiceException.class, () -> vendor.resolve(symbol));
        assertThat(failure.reason()).isEqualTo(FailureReason.UNKNOWN_SYMBOL);
        assertThat(failure.detail()).contains(detail);
    }
}
