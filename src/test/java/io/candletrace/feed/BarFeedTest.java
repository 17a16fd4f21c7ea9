package io.candletrace.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.candletrace.failure.FailureReason;
import io.candletrace.failure.ServiceException;
import io.candletrace.lineage.InstrumentId;
import io.candletrace.lineage.Recorded;
import io.candletrace.market.Adjustment;
import io.candletrace.market.Bar;
import io.candletrace.market.BarSeries;
import io.candletrace.market.Instrument;
import io.candletrace.market.Symbol;
import io.candletrace.market.Timeframe;
import io.candletrace.testing.Await;
import io.candletrace.testing.FakeSource;
import io.candletrace.testing.NewYorkBars;
import io.candletrace.testing.PostgresResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The feed over sources that fail, are late or disagree. */
@QuarkusTest
@WithTestResource(PostgresResource.class)
class BarFeedTest {
    private static final Instant AS_OF = Instant.parse("2020-12-31T21:00:00Z");
    private static final List<Bar> YEAR = NewYorkBars.daily("2020-01-02", "2020-12-31");
    private static final List<Bar> UNTIL_YESTERDAY = YEAR.subList(0, YEAR.size() - 1);

    @Inject
    BarCache cache;

    @Inject
    CorporateActions actions;

    @Inject
    Instruments instruments;

    @Inject
    FeedMeters meters;

    @Inject
    FeedConfig config;

    private final FakeSource first = FakeSource.live("first").with(YEAR);
    private final FakeSource second = FakeSource.ended("second").with(YEAR);

    @Test
    void takesAllFromTheFirstSourceThatAnswers() {
        assertThat(fetch("TAKES", AS_OF).source()).isEqualTo("first");
        assertThat(second.asked()).isEmpty();
    }

    @Test
    void asksTheNextSource_whenTheSessionWithTheFirstIsLost() {
        // Given
        first.failing(FailureReason.FEED_SESSION_LOST);

        // When
        var series = fetch("NEXT", AS_OF);

        // Then
        assertThat(series.source()).isEqualTo("second");
        assertThat(series.size()).isEqualTo(50);
    }

    @Test
    void neverMixesTwoSources() {
        // Given
        first.with(UNTIL_YESTERDAY);

        // When
        var series = fetch("MIXED", AS_OF.plusSeconds(3_600));

        // Then
        assertThat(series.source()).isEqualTo("second");
        assertThat(series.bars()).isEqualTo(YEAR.subList(YEAR.size() - 50, YEAR.size()));
    }

    @Test
    void asksNobodyElse_whenTheBarsAreWrong() {
        // Given
        first.failing(FailureReason.BARS_INVALID);

        // When
        var failure = catchThrowableOfType(ServiceException.class, () -> fetch("WRONG", AS_OF));

        // Then
        assertThat(failure.reason()).isEqualTo(FailureReason.BARS_INVALID);
        assertThat(second.asked()).isEmpty();
    }

    @Test
    void saysWhatEverySourceSaid_andWhetherARetryHelps() {
        // Given
        first.failing(FailureReason.UNKNOWN_SYMBOL);
        second.failing(FailureReason.FEED_UNAVAILABLE);

        // When
        var failure = catchThrowableOfType(ServiceException.class, () -> fetch("NOBODY", AS_OF));

        // Then
        assertThat(failure.reason()).isEqualTo(FailureReason.FEED_UNAVAILABLE);
        assertThat(failure.detail())
                .isEqualTo("no source has the bars: UNKNOWN_SYMBOL: first fails as it was told to; then"
                        + " FEED_UNAVAILABLE: second fails as it was told to");
    }

    @Test
    void waitsForABarThatIsLate() {
        // Given
        first.with(UNTIL_YESTERDAY).fromTheThirdRequestOn(YEAR);
        var feed = feed(Duration.ofMinutes(2), Clock.fixed(AS_OF.plusSeconds(10), ZoneOffset.UTC), "first");

        // When
        var request = request("LATE", AS_OF.plusSeconds(10), List.of("first"));
        var series = Await.item(() -> feed.fetch(request));

        // Then
        assertThat(series.last()).isEqualTo(YEAR.getLast());
        assertThat(first.asked()).hasSize(3);
    }

    @Test
    void neverDecidesOnYesterdaysBar_whenTheNewOneDoesNotCome() {
        // Given
        first.with(UNTIL_YESTERDAY);
        var feed = feed(Duration.ofMinutes(2), Clock.fixed(AS_OF.plusSeconds(200), ZoneOffset.UTC), "first");
        var request = request("NEVER", AS_OF.plusSeconds(200), List.of("first"));

        // When
        var failure = catchThrowableOfType(ServiceException.class, () -> Await.item(() -> feed.fetch(request)));

        // Then
        assertThat(failure.reason()).isEqualTo(FailureReason.BAR_NOT_AVAILABLE);
        assertThat(failure.detail()).contains("should be the one of 2020-12-31").contains("to 2020-12-30");
    }

    private BarSeries fetch(String symbol, Instant asOf) {
        var feed = feed(Duration.ZERO, Clock.fixed(asOf, ZoneOffset.UTC), "first", "second");
        var request = request(symbol, asOf, List.of("first", "second"));
        return Await.item(() -> feed.fetch(request));
    }

    private BarFeed feed(Duration patience, Clock clock, String... order) {
        var sources = new BarSources(order[0], Map.of("first", first, "second", second)::get);
        var cached = new CachedBars(cache, meters, config, clock);
        var fetches = new Fetches(instruments, cached, actions);
        return new BarFeed(sources, fetches, patience, Duration.ofMillis(20), clock);
    }

    private BarRequest request(String symbol, Instant asOf, List<String> order) {
        return new BarRequest(instrument(symbol), order, Timeframe.DAILY, asOf, 50, Adjustment.RAW, false);
    }

    private Recorded<InstrumentId, Instrument> instrument(String symbol) {
        var assumed = first.instrument(new Symbol(symbol));
        return Await.item(() -> instruments.findOrAdd("first", List.of(assumed), LocalDate.of(2020, 6, 1)))
                .getFirst();
    }
}
