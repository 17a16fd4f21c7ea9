package io.candletrace.feed.ibkr;

import static io.candletrace.feed.ibkr.FakeGateway.HISTORY;
import static io.candletrace.feed.ibkr.FakeGateway.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import io.candletrace.failure.FailureReason;
import io.candletrace.feed.BarBatch;
import io.candletrace.market.Bar;
import io.candletrace.market.Finding;
import io.candletrace.market.FindingCode;
import io.candletrace.market.Session;
import io.candletrace.market.Timeframe;
import io.candletrace.market.TradingCalendars;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class HistoryTest {
    private static final Vertx VERTX = Vertx.vertx();
    private static final Instant EVENING = Instant.parse("2025-05-20T22:00:00Z");

    /** The vendor's example for daily bars of Apple. */
    private static final String DOCUMENTED = """
            {"barLength": 86400, "chartPanStartTime": "20250521-00:00:00", "data": [
              {"c": 212.33, "h": 213.94, "l": 210.58, "o": 212.43, "t": 1747229400000, "v": 266616.18},
              {"c": 211.45, "h": 212.96, "l": 209.54, "o": 210.95, "t": 1747315800000, "v": 256847.25},
              {"c": 211.26, "h": 212.57, "l": 209.77, "o": 212.36, "t": 1747402200000, "v": 235240.24},
              {"c": 208.78, "h": 209.48, "l": 204.26, "o": 207.78, "t": 1747661400000, "v": 267569.89}],
             "direction": -1, "high": "21394/266616.18/1440", "low": "20426/267569.89/8640", "mdAvailability": "S",
             "messageVersion": 2, "mktDataDelay": 0, "negativeCapable": false, "outsideRth": false, "points": 3,
             "priceDisplayRule": 1, "priceDisplayValue": "2", "priceFactor": 100, "serverId": "4155816",
             "startTime": "20250513-13:30:00", "symbol": "AAPL", "text": "APPLE INC", "timePeriod": "1w",
             "travelTime": 7, "volumeFactor": 100}
            """;

    private final FakeGateway fake = FakeGateway.start().loggedIn();
    private final AskedGateway asked = new AskedGateway(VERTX, fake.baseUrl(), EVENING);

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
    void readsTheDocumentedExample() {
        // Given
        fake.always(HISTORY, json(DOCUMENTED));

        // When
        var bars = fetch(Timeframe.DAILY, "2025-05-14T13:30:00Z", "2025-05-20T20:00:00Z")
                .bars();

        // Then
        assertThat(bars)
                .extracting(bar -> bar.sessionDate().toString())
                .containsExactly("2025-05-14", "2025-05-15", "2025-05-16", "2025-05-19");
        assertThat(bars.getFirst().opensAt()).isEqualTo("2025-05-14T13:30:00Z");
        assertThat(bars.getFirst().closesAt()).isEqualTo("2025-05-14T20:00:00Z");
        assertThat(bars.getFirst().high()).isEqualTo("213.94");
        assertThat(bars.getFirst().volume()).isEqualTo("26661618");
    }

    @Test
    void asksForRegularHours_upToNow() {
        fake.always(HISTORY, json(DOCUMENTED));

        fetch(Timeframe.DAILY, "2025-05-14T13:30:00Z", "2025-05-20T20:00:00Z");

        assertThat(fake.requests(HISTORY).getFirst().getUrl())
                .isEqualTo("/v1/api/iserver/marketdata/history?conid=4815747&period=7d&bar=1d&outsideRth=false");
    }

    @Test
    void asksUpToTheEnd_whenBarsHaveClosedSince() {
        fake.always(HISTORY, json(DOCUMENTED));

        fetch(Timeframe.DAILY, "2025-05-14T13:30:00Z", "2025-05-16T20:00:00Z");

        assertThat(fake.requests(HISTORY).getFirst().getUrl())
                .endsWith("period=7d&bar=1d&outsideRth=false&direction=-1&startTime=20250517-20:00:00");
    }

    @Test
    void goesBackPageByPage_untilTheRangeIsCovered() {
        // Given
        fake.withHistory(bars(Timeframe.DAILY, "2019-01-02", "2025-05-20"));

        // When
        var bars = fetch(Timeframe.DAILY, "2020-01-02T14:30:00Z", "2025-05-20T20:00:00Z")
                .bars();

        // Then
        assertThat(bars).hasSize(1353);
        assertThat(bars.getFirst().sessionDate()).isEqualTo("2020-01-02");
        assertThat(bars.getLast().sessionDate()).isEqualTo("2025-05-20");
        assertThat(bars).extracting(Bar::sessionDate).doesNotHaveDuplicates();
        assertThat(fake.requests(HISTORY)).hasSize(3);
    }

    @ParameterizedTest
    @EnumSource(names = {"ONE_MINUTE", "FIVE_MINUTES", "FIFTEEN_MINUTES", "THIRTY_MINUTES"})
    void goesBackOverNightsAndWeekends(Timeframe timeframe) {
        // Given
        fake.withHistory(bars(timeframe, "2025-05-12", "2025-05-20"));

        // When
        var bars =
                fetch(timeframe, "2025-05-15T13:30:00Z", "2025-05-20T20:00:00Z").bars();

        // Then
        var perDay = Duration.ofMinutes(390).dividedBy(timeframe.length());
        assertThat(bars).hasSize((int) (4 * perDay));
        assertThat(bars.getFirst().opensAt()).isEqualTo("2025-05-15T13:30:00Z");
        assertThat(bars.getLast().closesAt()).isEqualTo("2025-05-20T20:00:00Z");
    }

    @Test
    void answersWhatThereIs_whenHistoryIsShorter() {
        fake.withHistory(bars(Timeframe.DAILY, "2025-04-01", "2025-05-20"));

        var bars = fetch(Timeframe.DAILY, "2020-01-02T14:30:00Z", "2025-05-20T20:00:00Z")
                .bars();

        assertThat(bars.getFirst().sessionDate()).isEqualTo("2025-04-01");
        assertThat(fake.requests(HISTORY)).hasSize(2);
    }

    @Test
    void ends_whenPagesRepeat() {
        fake.always(HISTORY, json(DOCUMENTED));

        var bars = fetch(Timeframe.DAILY, "2020-01-02T14:30:00Z", "2025-05-20T20:00:00Z")
                .bars();

        assertThat(bars).hasSize(4);
        assertThat(fake.requests(HISTORY)).hasSize(2);
    }

    @ParameterizedTest
    @MethodSource
    void answersNothing(int status, String answer) {
        fake.always(HISTORY, json(status, answer));

        var batch = fetch(Timeframe.DAILY, "2025-05-14T13:30:00Z", "2025-05-20T20:00:00Z");

        assertThat(batch).isEqualTo(BarBatch.of(List.of()));
    }

    static Stream<Arguments> answersNothing() {
        return Stream.of(
                argumentSet("no bars", 200, "{\"data\": [], \"points\": 0}"),
                argumentSet("no list", 200, "{}"),
                argumentSet("unavailable", 500, "{\"error\": \"Chart data unavailable\"}"),
                argumentSet("no data", 200, "{\"error\": \"HMDS query returned no data\"}"));
    }

    @Test
    void believesThatThereIsNothing_onlyWhenToldTwice() {
        fake.inTurn(HISTORY, json(500, "{\"error\": \"Chart data is not available\"}"), json(DOCUMENTED));

        assertThat(fetch(Timeframe.DAILY, "2025-05-14T13:30:00Z", "2025-05-20T20:00:00Z")
                        .bars())
                .hasSize(4);
    }

    @Test
    void leavesOutTheBarThatHasNotClosed() {
        // Given
        asked.clock().advance(Duration.between(EVENING, Instant.parse("2025-05-20T15:10:00Z")));
        fake.withHistory(bars(Timeframe.THIRTY_MINUTES, "2025-05-20", "2025-05-20"));

        // When
        var batch = fetch(Timeframe.THIRTY_MINUTES, "2025-05-20T13:30:00Z", "2025-05-20T15:00:00Z");

        // Then
        assertThat(batch.bars()).hasSize(3);
        assertThat(batch.findings()).isEmpty();
    }

    @Test
    void leavesOutWhatMayBeUnfinished_whenTheVendorIsDelayed() {
        // Given
        asked.clock().advance(Duration.between(EVENING, Instant.parse("2025-05-20T15:10:00Z")));
        fake.withHistory(bars(Timeframe.THIRTY_MINUTES, "2025-05-20", "2025-05-20"));
        fake.history().delayed();

        // When
        var batch = fetch(Timeframe.THIRTY_MINUTES, "2025-05-20T13:30:00Z", "2025-05-20T15:00:00Z");

        // Then
        assertThat(batch.bars()).extracting(Bar::closesAt).last().isEqualTo(Instant.parse("2025-05-20T14:30:00Z"));
        assertThat(batch.findings()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource
    void knowsTheSession_whateverTimeADailyBarCarries(long stamp) {
        fake.always(
                HISTORY,
                json("{\"data\": [{\"o\": 1, \"h\": 1, \"l\": 1, \"c\": 1, \"v\": 1, \"t\": " + stamp + "}]}"));

        assertThat(fetch(Timeframe.DAILY, "2025-05-14T13:30:00Z", "2025-05-16T20:00:00Z")
                        .bars())
                .singleElement()
                .satisfies(bar -> assertThat(bar.sessionDate()).isEqualTo("2025-05-15"));
    }

    static Stream<Arguments> knowsTheSession_whateverTimeADailyBarCarries() {
        return Stream.of("2025-05-15T00:00:00Z", "2025-05-15T04:00:00Z", "2025-05-15T13:30:00Z", "2025-05-15T20:00:00Z")
                .map(time -> argumentSet(time, Instant.parse(time).toEpochMilli()));
    }

    @Test
    void keepsDecimalsAsTheyCame() {
        fake.withHistory(FakeHistory.Bar.at(
                "2025-05-15T13:30:00Z", "\"o\": 0.1, \"h\": 1.2E1, \"l\": 0.00000001, \"c\": 0.30, \"v\": 0.07"));

        assertThat(fetch(Timeframe.DAILY, "2025-05-15T13:30:00Z", "2025-05-15T20:00:00Z")
                        .bars())
                .singleElement()
                .satisfies(bar -> assertThat(List.of(bar.open(), bar.high(), bar.low(), bar.close(), bar.volume()))
                        .extracting(Object::toString)
                        .containsExactly("0.1", "12", "1E-8", "0.3", "7"));
    }

    @ParameterizedTest
    @MethodSource
    void refusesBars(String figures, String message) {
        fake.withHistory(FakeHistory.Bar.at("2025-05-15T13:30:00Z", figures));

        var failure = asked.failure(() -> fetch(Timeframe.DAILY, "2025-05-14T13:30:00Z", "2025-05-20T20:00:00Z"));

        assertThat(failure.reason()).isEqualTo(FailureReason.BARS_INVALID);
        assertThat(failure.detail()).isEqualTo("NVDA, bar of 2025-05-15T13:30:00Z: " + message);
    }

    static Stream<Arguments> refusesBars() {
        return Stream.of(
                argumentSet(
                        "high below low",
                        "\"o\": 1, \"h\": 1, \"l\": 2, \"c\": 1, \"v\": 1",
                        "high must not be below low, was 1 < 2"),
                argumentSet(
                        "no close",
                        "\"o\": 1, \"h\": 1, \"l\": 1, \"v\": 1",
                        "close should be a plain decimal number, was ''"),
                argumentSet(
                        "a number of a billion digits",
                        "\"o\": 1e999999999, \"h\": 1, \"l\": 1, \"c\": 1, \"v\": 1",
                        "open should be a plain decimal number, was '1E+999999999'"),
                argumentSet(
                        "no volume",
                        "\"o\": 1, \"h\": 1, \"l\": 1, \"c\": 1, \"v\": -1",
                        "volume must not be negative, was -100"));
    }

    @Test
    void refusesABarWithoutATime() {
        fake.always(HISTORY, json("{\"data\": [{\"o\": 1, \"h\": 1, \"l\": 1, \"c\": 1, \"v\": 1}]}"));

        var failure = asked.failure(() -> fetch(Timeframe.DAILY, "2025-05-14T13:30:00Z", "2025-05-20T20:00:00Z"));

        assertThat(failure.detail()).isEqualTo("NVDA: t should be milliseconds since 1970, was ''");
    }

    @Test
    void ignoresWhatIsWrongOutsideTheRange() {
        fake.withHistory(
                FakeHistory.Bar.at("2025-05-13T13:30:00Z", "\"o\": 0, \"h\": 0, \"l\": 0, \"c\": 0, \"v\": 0"),
                FakeHistory.Bar.at(Instant.parse("2025-05-14T13:30:00Z")));

        assertThat(fetch(Timeframe.DAILY, "2025-05-14T13:30:00Z", "2025-05-20T20:00:00Z")
                        .bars())
                .hasSize(1);
    }

    @Test
    void flagsABarOutsideItsHours_andLeavesItOut() {
        // Given
        fake.withHistory(
                FakeHistory.Bar.at(Instant.parse("2025-05-16T13:30:00Z")),
                FakeHistory.Bar.at(Instant.parse("2025-05-17T13:30:00Z")));

        // When
        var batch = fetch(Timeframe.DAILY, "2025-05-14T13:30:00Z", "2025-05-20T20:00:00Z");

        // Then
        assertThat(batch.bars()).extracting(Bar::sessionDate).containsExactly(LocalDate.parse("2025-05-16"));
        assertThat(batch.findings()).singleElement().satisfies(finding -> {
            assertThat(finding)
                    .extracting(Finding::code, Finding::rejects)
                    .containsExactly(FindingCode.NOT_A_SESSION, false);
            assertThat(finding.detail()).endsWith("2025-05-17 is not a session of XNYS");
        });
    }

    @ParameterizedTest
    @EnumSource(Timeframe.class)
    void makesEveryTimeframeOfBarsThatTheVendorHas(Timeframe wanted) {
        var expected = switch (wanted) {
            case ONE_HOUR, FOUR_HOURS -> Timeframe.THIRTY_MINUTES;
            case WEEKLY, MONTHLY -> Timeframe.DAILY;
            default -> wanted;
        };

        assertThat(asked.source().base(wanted)).contains(expected);
    }

    private BarBatch fetch(Timeframe timeframe, String from, String to) {
        return asked.fetch(timeframe, from, to);
    }

    /** All bars of the sessions from one date to another. */
    private static FakeHistory.Bar[] bars(Timeframe timeframe, String from, String to) {
        var calendar = TradingCalendars.XNYS;
        var first = calendar.session(LocalDate.parse(from)).orElseThrow();
        var last = calendar.session(LocalDate.parse(to)).orElseThrow();
        return Stream.iterate(
                        calendar.periodAt(timeframe, first.opensAt()).orElseThrow(),
                        period -> calendar.next(timeframe, period))
                .takeWhile(period -> !period.closesAt().isAfter(last.closesAt()))
                .map(Session::opensAt)
                .map(FakeHistory.Bar::at)
                .toArray(FakeHistory.Bar[]::new);
    }
}
