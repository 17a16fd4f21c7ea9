package io.candletrace.feed;

import static org.assertj.core.api.Assertions.assertThat;

import io.candletrace.failure.FailureReason;
import io.candletrace.failure.ServiceException;
import io.candletrace.feed.BarCache.Change;
import io.candletrace.lineage.InstrumentId;
import io.candletrace.lineage.Recorded;
import io.candletrace.market.Bar;
import io.candletrace.market.Instrument;
import io.candletrace.market.Symbol;
import io.candletrace.market.Timeframe;
import io.candletrace.testing.Await;
import io.candletrace.testing.Database;
import io.candletrace.testing.FakeSource;
import io.candletrace.testing.NewYorkBars;
import io.candletrace.testing.PostgresResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

/** The cache in front of a live source, over the real tables. */
@QuarkusTest
@WithTestResource(PostgresResource.class)
class CachedBarsTest {
    private static final List<Bar> YEAR = NewYorkBars.daily("2020-01-02", "2020-12-31");

    @Inject
    CachedBars cached;

    @Inject
    Instruments instruments;

    @Inject
    Database database;

    private final FakeSource source = FakeSource.live("fake").with(YEAR);

    @Test
    void asksOnce_andAnswersTheSameAfterwards() {
        // Given
        var instrument = instrument("ONCE");
        var first = fetch(instrument, "2020-03-02", "2020-06-30");

        // When
        var second = fetch(instrument, "2020-03-02", "2020-06-30");

        // Then
        assertThat(second).isEqualTo(first).isEqualTo(between("2020-03-02", "2020-06-30"));
        assertThat(source.asked()).hasSize(1);
    }

    @Test
    void asksOnlyForWhatIsMissing_withAFewKnownBars() {
        // Given
        var instrument = instrument("MORE");
        fetch(instrument, "2020-03-02", "2020-06-30");

        // When
        var bars = fetch(instrument, "2020-02-03", "2020-07-31");

        // Then
        assertThat(bars).isEqualTo(between("2020-02-03", "2020-07-31"));
        assertThat(source.asked())
                .extracting(range -> LocalDate.ofInstant(range.from(), java.time.ZoneOffset.UTC))
                .containsExactly(LocalDate.of(2020, 3, 2), LocalDate.of(2020, 2, 3), LocalDate.of(2020, 6, 24));
    }

    @Test
    void isOneRequest_howeverManyWantIt() {
        // Given
        var instrument = instrument("MANY");
        source.slow(Duration.ofMillis(100));
        var range = range(instrument, "2020-03-02", "2020-06-30");

        // When
        var answers = Await.item(() -> Uni.join()
                .all(Stream.generate(() -> cached.bars(source, instrument, range))
                        .limit(10)
                        .toList())
                .andFailFast());

        // Then
        assertThat(answers).hasSize(10).allMatch(batch -> batch.bars().equals(between("2020-03-02", "2020-06-30")));
        assertThat(source.asked()).hasSize(1);
    }

    @Test
    void recordsABarThatComesBackChanged_andServesTheNewOne() {
        // Given
        var instrument = instrument("REVISED");
        fetch(instrument, "2020-03-02", "2020-03-31");
        source.with(changed("2020-03-30"));

        // When
        var bars = fetch(instrument, "2020-03-02", "2020-04-30");

        // Then
        assertThat(bars).contains(changed("2020-03-30").get(indexOf("2020-03-30")));
        assertThat(source.asked()).hasSize(2);
        assertThat(database.column(
                        "select old_close || ' ' || new_close from bar_revisions where instrument_id = ?",
                        instrument.id().value()))
                .containsExactly("100.60000000 200.60000000");
    }

    @Test
    void fetchesHistoryAnew_whenItWasRewritten() {
        // Given
        var instrument = instrument("REWRITTEN");
        fetch(instrument, "2020-01-02", "2020-03-31");
        source.with(YEAR.stream().map(CachedBarsTest::halved).toList());

        // When
        var recent = fetch(instrument, "2020-03-02", "2020-04-30");
        var early = fetch(instrument, "2020-01-02", "2020-02-28");

        // Then
        assertThat(recent).allSatisfy(bar -> assertThat(bar.close()).isLessThan(new BigDecimal("60")));
        assertThat(early).allSatisfy(bar -> assertThat(bar.close()).isLessThan(new BigDecimal("60")));
        assertThat(source.asked()).hasSize(4);
    }

    @Test
    void keepsABarThatTheSourceNoLongerHas_andSaysSoOnce() {
        // Given
        var instrument = instrument("SHRUNK");
        fetch(instrument, "2020-03-02", "2020-03-31");
        source.with(YEAR.stream()
                .filter(bar -> !bar.sessionDate().equals(LocalDate.of(2020, 3, 16)))
                .toList());
        var range = range(instrument, "2020-03-02", "2020-03-31");

        // When
        var first = Await.item(() -> cached.refresh(source, instrument, range));
        var second = Await.item(() -> cached.refresh(source, instrument, range));

        // Then
        assertThat(first).isEqualTo(new Change(0, 0, 1));
        assertThat(second).isEqualTo(Change.NONE);
        assertThat(fetch(instrument, "2020-03-02", "2020-03-31")).isEqualTo(between("2020-03-02", "2020-03-31"));
    }

    @Test
    void passesOnWhyTheSourceFails_andKeepsNothingOfIt() {
        // Given
        var instrument = instrument("FAILED");
        source.failing(FailureReason.FEED_SESSION_LOST);

        // When
        var failure = Assertions.catchThrowableOfType(
                ServiceException.class, () -> fetch(instrument, "2020-03-02", "2020-03-31"));
        source.with(YEAR);

        // Then
        assertThat(failure.reason()).isEqualTo(FailureReason.FEED_SESSION_LOST);
        assertThat(fetch(instrument, "2020-03-02", "2020-03-31")).hasSize(22);
    }

    private Recorded<InstrumentId, Instrument> instrument(String symbol) {
        var assumed = source.instrument(new Symbol(symbol));
        return Await.item(() -> instruments.findOrAdd("fake", List.of(assumed), LocalDate.of(2020, 6, 1)))
                .getFirst();
    }

    private List<Bar> fetch(Recorded<InstrumentId, Instrument> instrument, String first, String last) {
        var range = range(instrument, first, last);
        return Await.item(() -> cached.bars(source, instrument, range)).bars();
    }

    private static BarRange range(Recorded<InstrumentId, Instrument> instrument, String first, String last) {
        var calendar = instrument.value().calendar();
        return new BarRange(
                instrument.value(),
                Timeframe.DAILY,
                calendar.session(LocalDate.parse(first)).orElseThrow().opensAt(),
                calendar.session(LocalDate.parse(last)).orElseThrow().closesAt());
    }

    private static List<Bar> between(String first, String last) {
        return YEAR.stream()
                .filter(bar -> !bar.sessionDate().isBefore(LocalDate.parse(first)))
                .filter(bar -> !bar.sessionDate().isAfter(LocalDate.parse(last)))
                .toList();
    }

    private static int indexOf(String date) {
        return (int) YEAR.stream()
                .takeWhile(bar -> bar.sessionDate().isBefore(LocalDate.parse(date)))
                .count();
    }

    private static List<Bar> changed(String date) {
        return YEAR.stream()
                .map(bar -> bar.sessionDate().equals(LocalDate.parse(date))
                        ? moved(bar, bar.close().add(new BigDecimal("100")))
                        : bar)
                .toList();
    }

    private static Bar halved(Bar bar) {
        return moved(bar, bar.close().divide(BigDecimal.TWO));
    }

    private static Bar moved(Bar bar, BigDecimal price) {
        return new Bar(bar.sessionDate(), bar.opensAt(), bar.closesAt(), price, price, price, price, bar.volume());
    }
}
