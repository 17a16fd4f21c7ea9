package io.candletrace.feed.synthetic;

import static org.assertj.core.api.Assertions.assertThat;

import io.candletrace.feed.Fetching;
import io.candletrace.market.Bar;
import io.candletrace.market.BarSeries;
import io.candletrace.market.Symbol;
import io.candletrace.market.Timeframe;
import io.candletrace.testing.FeedSettings;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SyntheticBarSourceTest {
    private static final Instant AS_OF = Instant.parse("2025-10-29T12:58:00Z");

    /** Written down from the first version: a change here changes every recorded chart's evidence. */
    @Test
    void makesTheSameBarsForEver() {
        assertThat(fetch(1, "ACME", Timeframe.DAILY, AS_OF, 1).last())
                .isEqualTo(new Bar(
                        LocalDate.of(2025, 10, 28),
                        Instant.parse("2025-10-28T13:30:00Z"),
                        Instant.parse("2025-10-28T20:00:00Z"),
                        new BigDecimal("168.80"),
                        new BigDecimal("170.20"),
                        new BigDecimal("167.38"),
                        new BigDecimal("167.94"),
                        new BigDecimal("2108800")));
    }

    @Test
    void changesNoEarlierBar_whenAskedLater() {
        // Given
        var before = fetch(1, "ACME", Timeframe.DAILY, AS_OF, 200).bars();

        // When
        var after = fetch(1, "ACME", Timeframe.DAILY, AS_OF.plusSeconds(30 * 86_400L), 400)
                .bars();

        // Then
        assertThat(after).containsSubsequence(before).hasSize(400);
    }

    @Test
    void makesOtherBars_forAnotherSeedOrSymbol() {
        // Given
        var bars = closes(1, "ACME");

        // Then
        assertThat(closes(2, "ACME")).isNotEqualTo(bars);
        assertThat(closes(1, "ACMF")).isNotEqualTo(bars);
    }

    @ParameterizedTest
    @EnumSource(names = {"DAILY", "WEEKLY", "MONTHLY"})
    void hasTheBarsThatAWarmChartNeeds(Timeframe timeframe) {
        // When
        var series = fetch(1, "ACME", timeframe, AS_OF, 410);

        // Then
        assertThat(series.size()).isEqualTo(410);
        assertThat(series.findings()).isEmpty();
        assertThat(series.synthetic()).isTrue();
        assertThat(series.instrument().exchange()).isEqualTo("SYNTHETIC");
    }

    @Test
    void tradesCryptoOnWeekends() {
        assertThat(fetch(1, "BTC-USD", Timeframe.DAILY, Instant.parse("2025-10-27T00:00:00Z"), 1)
                        .last()
                        .sessionDate())
                .isEqualTo(LocalDate.of(2025, 10, 26));
    }

    @Test
    void isLive_soItsHistoryHasNoEnd() {
        var source = source(1);

        assertThat(source.latestClose(source.instrument(new Symbol("ACME")))
                        .await()
                        .indefinitely())
                .isEmpty();
    }

    @Property(tries = 40)
    void makesPlausibleBars_forAnySymbolAndSeed(
            @ForAll long seed,
            @ForAll @StringLength(min = 1, max = 32) @CharRange(from = 'A', to = 'Z') String symbol,
            @ForAll @LongRange(min = 1_577_836_800, max = 1_767_225_600) long asOf) {
        // When
        var bars = fetch(seed, symbol, Timeframe.DAILY, Instant.ofEpochSecond(asOf), 1_000)
                .bars();

        // Then
        assertThat(bars).hasSize(1_000).allSatisfy(bar -> {
            assertThat(bar.high()).isGreaterThanOrEqualTo(bar.open().max(bar.close()));
            assertThat(bar.low()).isLessThanOrEqualTo(bar.open().min(bar.close()));
            assertThat(bar.close()).isBetween(new BigDecimal("0.5"), new BigDecimal("20000"));
            assertThat(bar.close().scale()).isLessThanOrEqualTo(2);
            assertThat(bar.volume()).isPositive();
        });
    }

    private static List<BigDecimal> closes(long seed, String symbol) {
        return fetch(seed, symbol, Timeframe.DAILY, AS_OF, 50).bars().stream()
                .map(Bar::close)
                .toList();
    }

    private static BarSeries fetch(long seed, String symbol, Timeframe timeframe, Instant asOf, int bars) {
        return Fetching.series(source(seed), symbol, timeframe, asOf, bars);
    }

    private static SyntheticBarSource source(long seed) {
        return new SyntheticBarSource(FeedSettings.seeded(seed));
    }
}
