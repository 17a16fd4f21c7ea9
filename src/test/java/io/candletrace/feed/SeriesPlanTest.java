package io.candletrace.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.candletrace.failure.FailureReason;
import io.candletrace.failure.ServiceException;
import io.candletrace.feed.CorporateAction.Kind;
import io.candletrace.lineage.InstrumentId;
import io.candletrace.lineage.Recorded;
import io.candletrace.market.Adjustment;
import io.candletrace.market.Bar;
import io.candletrace.market.BarSeries;
import io.candletrace.market.BarSnapshot;
import io.candletrace.market.Finding;
import io.candletrace.market.FindingCode;
import io.candletrace.market.Symbol;
import io.candletrace.market.Timeframe;
import io.candletrace.testing.FakeSource;
import io.candletrace.testing.NewYorkBars;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class SeriesPlanTest {
    private static final Instant AS_OF = Instant.parse("2020-09-30T21:00:00Z");

    /** A 4:1 split on 2020-08-31 that nothing has adjusted. */
    private static final List<Bar> SPLIT = NewYorkBars.daily("2020-06-01", "2020-09-30").stream()
            .map(bar -> bar.sessionDate().isBefore(LocalDate.of(2020, 8, 31)) ? scaled(bar, "4", "0.25") : bar)
            .toList();

    private static final CorporateAction KNOWN =
            new CorporateAction(LocalDate.of(2020, 8, 31), Kind.SPLIT, new BigDecimal("4"), "test");

    private final FakeSource source = FakeSource.ended("csv");

    @Test
    void asksForTheRangeThatTheBarsAreMadeOf() {
        // Given
        var request = request(Timeframe.WEEKLY, Instant.parse("2020-09-30T15:00:00Z"), 2);

        // When
        var range = SeriesPlan.of(source, request).range();

        // Then
        assertThat(range.timeframe()).isEqualTo(Timeframe.DAILY);
        assertThat(range.from()).isEqualTo(Instant.parse("2020-09-14T13:30:00Z"));
        assertThat(range.to()).isEqualTo(Instant.parse("2020-09-25T20:00:00Z"));
    }

    @Test
    void givesLastWeek_whenAWeeklyBarIsAskedForOnAWednesday() {
        // When
        var series = series(request(Timeframe.WEEKLY, Instant.parse("2020-09-30T15:00:00Z"), 2), adjusted(), List.of());

        // Then
        assertThat(series.last().sessionDate()).isEqualTo(LocalDate.of(2020, 9, 21));
        assertThat(series.last().closesAt()).isEqualTo(Instant.parse("2020-09-25T20:00:00Z"));
    }

    @Test
    void refusesAnUnadjustedSplit() {
        // When
        var failure = catchThrowableOfType(
                ServiceException.class, () -> series(request(Timeframe.DAILY, AS_OF, 60), SPLIT, List.of()));

        // Then
        assertThat(failure.reason()).isEqualTo(FailureReason.UNADJUSTED_SPLIT);
        assertThat(failure.detail()).startsWith("ACME at 2020-08-31: ").contains("/api/corporate-actions");
    }

    @Test
    void tellsOfEverySplitAtOnce() {
        // Given
        var twice = SPLIT.stream()
                .map(bar -> bar.sessionDate().isBefore(LocalDate.of(2020, 7, 20)) ? scaled(bar, "2", "0.5") : bar)
                .toList();

        // When
        var failure = catchThrowableOfType(
                ServiceException.class, () -> series(request(Timeframe.DAILY, AS_OF, 80), twice, List.of()));

        // Then
        assertThat(failure.detail()).startsWith("ACME at 2020-07-20: ").contains("; 2020-08-31: ");
    }

    @Test
    void letsASplitPass_whenTheStrategyAcceptsIt_andFlagsIt() {
        // When
        var series = series(request(Adjustment.RAW, true), SPLIT, List.of());

        // Then
        assertThat(series.findings())
                .extracting(Finding::code, Finding::rejects)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(FindingCode.UNADJUSTED_SPLIT, false));
        assertThat(series.bars().getFirst().close()).isGreaterThan(new BigDecimal("400"));
    }

    @Test
    void adjustsOnRequest_andSaysSo() {
        // When
        var series = series(request(Adjustment.SPLIT, false), SPLIT, List.of(KNOWN));

        // Then
        assertThat(series.adjustment()).isEqualTo(Adjustment.SPLIT);
        assertThat(series.bars())
                .allSatisfy(bar -> assertThat(bar.close()).isBetween(new BigDecimal("99"), new BigDecimal("102")));
        assertThat(series.findings()).extracting(Finding::code).containsExactly(FindingCode.ADJUSTED);
    }

    @Test
    void neverAdjusts_withoutBeingAsked() {
        // When
        var failure = catchThrowableOfType(
                ServiceException.class, () -> series(request(Adjustment.RAW, false), adjusted(), List.of(KNOWN)));

        // Then
        assertThat(failure.reason()).isEqualTo(FailureReason.UNADJUSTED_SPLIT);
        assertThat(failure.detail()).contains("a split by 4 on 2020-08-31 is known from test");
    }

    @Test
    void believesWhoeverSaysThatThereWasNoSplit() {
        // Given
        var denied = new CorporateAction(KNOWN.exDate(), Kind.SPLIT, BigDecimal.ONE, "test");

        // Then
        assertThat(series(request(Adjustment.RAW, false), SPLIT, List.of(denied))
                        .findings())
                .isEmpty();
    }

    @Test
    void leavesOutBars_ofAnEarlierOwnerOfTheTicker() {
        // Given
        var since = Optional.of(LocalDate.of(2020, 8, 31));
        var request = request(Adjustment.RAW, false);
        var current = request.about(request.instrument().value().since(since));

        // When
        var series = SeriesPlan.of(source, current).series(BarBatch.of(SPLIT), List.of());

        // Then
        assertThat(series.bars().getFirst().sessionDate()).isEqualTo(LocalDate.of(2020, 8, 31));
        assertThat(series.findings()).isEmpty();
    }

    @Test
    void anchorsWhatIsOddAboutADay_toItsWeek() {
        // Given
        var gap = adjusted().stream()
                .filter(bar -> !bar.sessionDate().equals(LocalDate.of(2020, 9, 16)))
                .toList();

        // When
        var series = series(request(Timeframe.WEEKLY, AS_OF, 3), gap, List.of());

        // Then
        assertThat(series.findings())
                .containsExactly(
                        Finding.of(FindingCode.GAP, LocalDate.of(2020, 9, 14), "the session of 2020-09-16 is missing"));
    }

    @Test
    void makesHoursOfHalfHours() {
        // Given
        var asOf = Instant.parse("2020-09-30T15:00:00Z");

        // When
        var series = series(
                request(Timeframe.ONE_HOUR, asOf, 3), NewYorkBars.halfHours("2020-09-29", "2020-09-30"), List.of());

        // Then
        assertThat(series.bars())
                .extracting(bar -> bar.opensAt().toString())
                .containsExactly("2020-09-29T18:30:00Z", "2020-09-29T19:30:00Z", "2020-09-30T13:30:00Z");
    }

    @Test
    void refusesAnAdjustmentThatTheSourceCannotGive() {
        // When
        var failure = catchThrowableOfType(
                ServiceException.class,
                () -> SeriesPlan.of(FakeSource.splitAdjusted("ibkr"), request(Adjustment.RAW, false)));

        // Then
        assertThat(failure.reason()).isEqualTo(FailureReason.IMPOSSIBLE_REQUEST);
        assertThat(failure.detail()).isEqualTo("the bars of ibkr are split, raw was asked for");
    }

    @Property(tries = 60)
    void seesNothingOfWhatCameLater(@ForAll @IntRange(min = 1, max = 80) int later, @ForAll boolean weekly) {
        // Given
        var all = adjusted();
        var asOf = all.get(all.size() - later).closesAt().plusSeconds(1);
        var request = request(weekly ? Timeframe.WEEKLY : Timeframe.DAILY, asOf, 10);
        var then = all.stream().filter(bar -> !bar.closesAt().isAfter(asOf)).toList();

        // When
        var fetchedThen = series(request, then, List.of());
        var fetchedLater = series(request, all, List.of());

        // Then
        assertThat(BarSnapshot.of(fetchedLater)).isEqualTo(BarSnapshot.of(fetchedThen));
        assertThat(fetchedLater.findings()).isEqualTo(fetchedThen.findings());
    }

    private static List<Bar> adjusted() {
        return NewYorkBars.daily("2020-03-02", "2020-09-30");
    }

    private BarSeries series(BarRequest request, List<Bar> bars, List<CorporateAction> actions) {
        var plan = SeriesPlan.of(source, request);
        return plan.series(source.with(bars).fetch(plan.range()).await().indefinitely(), actions);
    }

    private BarRequest request(Timeframe timeframe, Instant asOf, int bars) {
        return request(timeframe, asOf, bars, Adjustment.RAW, false);
    }

    private BarRequest request(Adjustment adjustment, boolean accept) {
        return request(Timeframe.DAILY, AS_OF, 60, adjustment, accept);
    }

    private BarRequest request(Timeframe timeframe, Instant asOf, int bars, Adjustment adjustment, boolean accept) {
        var instrument = source.instrument(new Symbol("ACME"));
        return new BarRequest(
                new Recorded<>(new InstrumentId(1), instrument), List.of(), timeframe, asOf, bars, adjustment, accept);
    }

    private static Bar scaled(Bar bar, String price, String volume) {
        var factor = new BigDecimal(price);
        return new Bar(
                bar.sessionDate(),
                bar.opensAt(),
                bar.closesAt(),
                bar.open().multiply(factor),
                bar.high().multiply(factor),
                bar.low().multiply(factor),
                bar.close().multiply(factor),
                bar.volume().multiply(new BigDecimal(volume)));
    }
}
