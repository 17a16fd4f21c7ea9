package io.candletrace.feed.binance;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static io.candletrace.feed.binance.StubbedBinance.KLINES;
import static io.candletrace.feed.binance.VendorAnswers.kline;
import static io.candletrace.feed.binance.VendorAnswers.klines;
import static io.candletrace.feed.binance.VendorAnswers.refuses;
import static io.candletrace.feed.binance.VendorAnswers.says;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.candletrace.failure.FailureReason;
import io.candletrace.failure.ServiceException;
import io.candletrace.feed.BarRange;
import io.candletrace.feed.Fetching;
import io.candletrace.feed.SourceProfile;
import io.candletrace.market.Adjustment;
import io.candletrace.market.Instrument;
import io.candletrace.market.Symbol;
import io.candletrace.market.Timeframe;
import io.candletrace.market.TradingCalendars;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class BinanceBarSourceTest {
    private static final Vertx VERTX = Vertx.vertx();
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Instant FROM = Instant.parse("2024-05-30T00:00:00Z");

    private final StubbedBinance vendor = new StubbedBinance(VERTX);

    @AfterAll
    static void stopVertx() {
        VERTX.close().toCompletionStage().toCompletableFuture().join();
    }

    @AfterEach
    void close() {
        vendor.close();
    }

    @Test
    void saysWhatItIs() {
        assertThat(vendor.source().profile()).isEqualTo(new SourceProfile("binance", Adjustment.RAW, true, true));
        assertThat(vendor.source().latestClose(pair("BTCUSDT")).await().indefinitely())
                .isEmpty();
    }

    @Test
    void isNotRedistributable_whenTheConfigurationSaysSo() {
        vendor.with("redistributable", "false");

        assertThat(vendor.source().profile().redistributable()).isFalse();
    }

    @ParameterizedTest
    @EnumSource(Timeframe.class)
    void makesWeeksAndMonthsOfDays_andHasTheOthers(Timeframe wanted) {
        var base = wanted == Timeframe.WEEKLY || wanted == Timeframe.MONTHLY ? Timeframe.DAILY : wanted;

        assertThat(vendor.source().base(wanted)).contains(base);
    }

    @Test
    void knowsNoPair_thatTheVendorDoesNotKnow() {
        vendor.answers(KLINES, refuses(400, -1121, "Invalid symbol."));

        assertFails(FailureReason.UNKNOWN_SYMBOL, "BTCUSDT");
        assertThat(vendor.asked()).hasSize(1);
    }

    @Test
    void asksNobody_aboutWhatCannotBeAPair() {
        var failure = catchThrowableOfType(ServiceException.class, () -> vendor.fetch(hours(pair("BRK.B"), 1)));

        assertThat(failure.reason()).isEqualTo(FailureReason.UNKNOWN_SYMBOL);
        assertThat(vendor.asked()).isEmpty();
    }

    @Test
    void saysThatItTradesAroundTheClock() {
        var spy = new Instrument(
                new Symbol("SPY"), "XNYS", OptionalLong.empty(), "USD", TradingCalendars.XNYS, new BigDecimal("0.01"));

        var failure = catchThrowableOfType(ServiceException.class, () -> vendor.fetch(hours(spy, 1)));

        assertThat(failure.reason()).isEqualTo(FailureReason.IMPOSSIBLE_REQUEST);
        assertThat(failure.detail()).contains("calendar 24/7, but SPY follows XNYS");
    }

    @Test
    void answersTwoAtOnce_eachWithItsOwnBars() {
        // Given
        vendor.server()
                .stubFor(StubbedBinance.klines("BTCUSDT")
                        .willReturn(says("[" + kline(FROM, HOUR, "2", "3", "1") + "]")
                                .withFixedDelay(200)));
        vendor.server()
                .stubFor(StubbedBinance.klines("ETHUSDT")
                        .willReturn(says("[" + kline(FROM, HOUR, "4", "5", "1") + "]")));

        // When
        var both = Uni.join()
                .all(
                        vendor.source().fetch(hours(pair("BTC-USDT"), 1)),
                        vendor.source().fetch(hours(pair("ETHUSDT"), 1)))
                .andFailFast()
                .await()
                .indefinitely();

        // Then
        assertThat(both)
                .extracting(batch -> batch.bars().getFirst().open())
                .containsExactly(new BigDecimal(2), new BigDecimal(4));
    }

    @Test
    void answersOnTheCallersContext() {
        vendor.answers(KLINES, says(klines(FROM, HOUR, 1)));
        var same = new CompletableFuture<Boolean>();
        var context = VERTX.getOrCreateContext();

        context.runOnContext(started -> vendor.source()
                .fetch(hours(1))
                .subscribe()
                .with(bars -> same.complete(Vertx.currentContext() == context), same::completeExceptionally));

        assertThat(same.orTimeout(30, TimeUnit.SECONDS).join()).isTrue();
    }

    @Test
    void makesAWeekOfItsDays() {
        var monday = Instant.parse("2024-05-20T00:00:00Z");
        vendor.answers(KLINES, says(klines(monday, Duration.ofDays(1), 7)));

        var asOf = Instant.parse("2024-05-27T00:00:00Z");
        var series = Fetching.series(vendor.source(), "BTC-USDT", Timeframe.WEEKLY, asOf, 1);

        assertThat(series.last().opensAt()).isEqualTo(monday);
        assertThat(series.last().closesAt()).isEqualTo(asOf);
        assertThat(series.last().volume()).isEqualTo(new BigDecimal("86.41969"));
        assertThat(vendor.asked().getFirst()).contains("interval=1d");
    }

    @Test
    void tellsWhatItRefuses_inShort() {
        vendor.answers(
                KLINES,
                aResponse()
                        .withStatus(451)
                        .withBody("{\"code\":0,\"msg\":\"Service unavailable from a restricted location"
                                + " according to 'b. Eligibility'\"}"));

        var failure =
                assertFails(FailureReason.FEED_UNAVAILABLE, "HTTP 451, code 0, 'Service unavailable from a restricted");

        assertThat(failure.detail()).hasSizeLessThan(200);
        assertThat(vendor.asked()).hasSize(1);
    }

    private ServiceException assertFails(FailureReason reason, String... details) {
        var failure = catchThrowableOfType(ServiceException.class, () -> vendor.fetch(hours(1)));
        assertThat(failure.reason()).isEqualTo(reason);
        assertThat(failure.detail()).contains(details);
        return failure;
    }

    private Instrument pair(String symbol) {
        return vendor.source().instrument(new Symbol(symbol));
    }

    private BarRange hours(int count) {
        return hours(pair("BTCUSDT"), count);
    }

    private static BarRange hours(Instrument pair, int count) {
        return new BarRange(pair, Timeframe.ONE_HOUR, FROM, FROM.plus(HOUR.multipliedBy(count)));
    }
}
