package io.candletrace.feed.binance;

import static io.candletrace.feed.binance.StubbedBinance.KLINES;
import static io.candletrace.feed.binance.VendorAnswers.kline;
import static io.candletrace.feed.binance.VendorAnswers.klines;
import static io.candletrace.feed.binance.VendorAnswers.says;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.candletrace.failure.FailureReason;
import io.candletrace.failure.ServiceException;
import io.candletrace.feed.BarRange;
import io.candletrace.market.Bar;
import io.candletrace.market.Finding;
import io.candletrace.market.FindingCode;
import io.candletrace.market.Symbol;
import io.candletrace.market.Timeframe;
import io.vertx.core.Vertx;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class CandlesTest {
    private static final Vertx VERTX = Vertx.vertx();
    private static final Duration MINUTE = Duration.ofMinutes(1);
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
    void keepsValuesExactly() {
        vendor.answers(KLINES, says("[" + kline(FROM, HOUR, "0.00000123", "0.00000130", "98765432109.87654321") + "]"));

        var bar = vendor.fetch(hours(1)).bars().getFirst();

        assertThat(bar.open()).isEqualTo(new BigDecimal("0.00000123"));
        assertThat(bar.close()).isEqualTo(new BigDecimal("0.0000013"));
        assertThat(bar.volume()).isEqualTo(new BigDecimal("98765432109.87654321"));
        assertThat(bar.opensAt()).isEqualTo(FROM);
        assertThat(bar.closesAt()).isEqualTo(FROM.plus(HOUR));
    }

    @Test
    void asksPageAfterPage_untilTheRangeIsCovered() {
        // Given
        var second = FROM.plus(MINUTE.multipliedBy(1_000));
        var third = FROM.plus(MINUTE.multipliedBy(2_000));
        vendor.klines("BTCUSDT", FROM, klines(FROM, MINUTE, 1_000))
                .klines("BTCUSDT", after(second), klines(second, MINUTE, 1_000))
                .klines("BTCUSDT", after(third), klines(third, MINUTE, 500));

        // When
        var bars = vendor.fetch(range(Timeframe.ONE_MINUTE, MINUTE.multipliedBy(2_500)))
                .bars();

        // Then
        assertThat(bars).hasSize(2_500).extracting(Bar::opensAt).isSorted().doesNotHaveDuplicates();
        assertThat(vendor.asked()).hasSize(3);
        assertThat(vendor.asked().getFirst())
                .isEqualTo(KLINES + "?symbol=BTCUSDT&interval=1m&startTime=" + FROM.toEpochMilli() + "&endTime="
                        + (FROM.plus(MINUTE.multipliedBy(2_500)).toEpochMilli() - 1) + "&limit=1000");
    }

    @Test
    void stops_whenAPageBringsNothingNew() {
        vendor.answers(KLINES, says(klines(FROM, HOUR, 5)));

        assertThat(vendor.fetch(hours(20)).bars()).hasSize(5);
        assertThat(vendor.asked()).hasSize(2);
    }

    @Test
    void hasNoBars_whenThereIsNoHistory() {
        vendor.answers(KLINES, says("[]"));

        assertThat(vendor.fetch(hours(20)).bars()).isEmpty();
        assertThat(vendor.asked()).hasSize(1);
    }

    @Test
    void leavesOutTheCandleThatHasNotClosed() {
        vendor.at("2024-05-30T02:59:59.999Z").answers(KLINES, says(klines(FROM, HOUR, 3)));

        assertThat(vendor.fetch(hours(3)).bars())
                .extracting(Bar::closesAt)
                .containsExactly(FROM.plus(HOUR), FROM.plus(HOUR.multipliedBy(2)));
    }

    @Test
    void leavesOutTheCandleThatHasNotClosed_byTheVendorsClock() {
        vendor.at("2024-05-30T03:00:01Z")
                .answers(KLINES, says(klines(FROM, HOUR, 3)).withHeader("Date", "Thu, 30 May 2024 02:59:58 GMT"));

        assertThat(vendor.fetch(hours(3)).bars()).hasSize(2);
    }

    @Test
    void leavesOutACandleThatAnOutageCutShort_untilItsHourIsOver() {
        var cut = kline(FROM, Duration.ofMinutes(20), "67500.01", "67600", "12");
        vendor.at("2024-05-30T00:30:00Z").answers(KLINES, says("[" + cut + "]"));

        assertThat(vendor.fetch(hours(1)).bars()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource
    void rejectsWhatIsNoBar(String row, String detail) {
        vendor.answers(KLINES, says("[" + row + "]"));

        var failure = catchThrowableOfType(ServiceException.class, () -> vendor.fetch(hours(1)));
        assertThat(failure.reason()).isEqualTo(FailureReason.BARS_INVALID);
        assertThat(failure.detail()).contains("1h bars of BTCUSDT: the kline of 2024-05-30T00:", detail);
    }

    static Stream<Arguments> rejectsWhatIsNoBar() {
        var astray = FROM.plusSeconds(14);
        return Stream.of(
                Arguments.argumentSet("no number", kline(FROM, HOUR, "NaN", "2", "3"), "was 'NaN'"),
                Arguments.argumentSet("zero", kline(FROM, HOUR, "0.00000000", "2", "3"), "must be positive"),
                Arguments.argumentSet("upside down", kline(FROM, HOUR, "3", "2", "3"), "below low"),
                Arguments.argumentSet("negative volume", kline(FROM, HOUR, "1", "2", "-3"), "must not be negative"),
                Arguments.argumentSet("off the grid", kline(astray, HOUR, "1", "2", "3"), "opens at " + astray));
    }

    @Test
    void tellsOfRowsThatCameTwice() {
        var row = kline(FROM, HOUR, "1", "2", "3");
        vendor.answers(KLINES, says("[" + row + "," + row + "]"));

        var batch = vendor.fetch(hours(1));

        assertThat(batch.bars()).hasSize(1);
        assertThat(batch.findings()).extracting(Finding::code).containsExactly(FindingCode.DUPLICATE);
    }

    private BarRange hours(int count) {
        return range(Timeframe.ONE_HOUR, HOUR.multipliedBy(count));
    }

    private BarRange range(Timeframe timeframe, Duration length) {
        var pair = vendor.source().instrument(new Symbol("BTCUSDT"));
        return new BarRange(pair, timeframe, FROM, FROM.plus(length));
    }

    /** What is asked for when the candle before this one was the last. */
    private static Instant after(Instant opensAt) {
        return opensAt.minus(MINUTE).plusMillis(1);
    }
}
