package io.candletrace.analysis.claim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import io.candletrace.analysis.Claim;
import io.candletrace.analysis.Claim.Kind;
import io.candletrace.analysis.PriceRange;
import io.candletrace.analysis.Recommendation;
import io.candletrace.analysis.Trend;
import io.candletrace.analysis.Verdict;
import io.candletrace.indicator.IndicatedSeries;
import io.candletrace.indicator.IndicatorSpec;
import io.candletrace.indicator.Indicators;
import io.candletrace.market.BarSeries;
import io.candletrace.testing.SampleBars;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Levels and plans on a series that closes at 100, between 99 and 101, with an ATR of 2: levels may lie from 93 to 107, stops and
 * targets from 79 to 121, an entry from 96 to 104.
 */
class PlanClaimsTest {
    static Stream<Arguments> plans() {
        return Stream.of(
                plan("all is well, bought", Recommendation.BUY, "99 101 97 105 111", "1", "", ""),
                plan("all is well, sold", Recommendation.SELL, "99 101 103 95 89", "1", "", ""),
                plan("stop above the entry", Recommendation.BUY, "99 101 102 105 111", "1", "STOP_SIDE", "R_MULTIPLE"),
                plan("stop inside the entry", Recommendation.BUY, "99 101 100 105 111", "4", "STOP_SIDE", ""),
                plan("stop on the edge", Recommendation.BUY, "99 101 99 105 111", "2", "STOP_SIDE", ""),
                plan("stop below a sold entry", Recommendation.SELL, "99 101 97 95 89", "1", "STOP_SIDE", "R_MULTIPLE"),
                plan(
                        "target below the entry",
                        Recommendation.BUY,
                        "99 101 97 98 111",
                        "1",
                        "TARGET_SIDE",
                        "R_MULTIPLE"),
                plan(
                        "target inside the entry",
                        Recommendation.SELL,
                        "99 101 103 95 100",
                        "1",
                        "TARGET_SIDE",
                        "R_MULTIPLE"),
                plan(
                        "both targets wrong",
                        Recommendation.BUY,
                        "99 101 97 98 90",
                        "1",
                        "TARGET_SIDE TARGET_SIDE",
                        "R_MULTIPLE"),
                plan("multiple a bit off", Recommendation.BUY, "99 101 97 105 111", "1.05", "", ""),
                plan("multiple off", Recommendation.BUY, "99 101 97 105 111", "1.06", "R_MULTIPLE", ""),
                plan("multiple of the far target", Recommendation.BUY, "99 101 97 105 111", "2.5", "R_MULTIPLE", ""),
                plan("multiple the wrong way round", Recommendation.BUY, "99 101 97 105 111", "-1", "R_MULTIPLE", ""),
                plan("large multiple, 2 % off", Recommendation.BUY, "99 100 99.5 119", "38.7", "STOP_SIDE", ""),
                plan("large multiple, 3 % off", Recommendation.BUY, "99 100 98 119", "9.8", "R_MULTIPLE", ""),
                plan("entry too low", Recommendation.BUY, "95.9 101 95 105", "0.67", "ENTRY_NEAR", ""),
                plan("entry too high", Recommendation.BUY, "99 104.1 97 110", "0.83", "ENTRY_NEAR", ""),
                plan("entry at the limits", Recommendation.BUY, "96 104 95 113", "1", "", ""),
                plan("stop too far", Recommendation.BUY, "99 101 78.9 111", "0.45", "LEVEL_RANGE", ""),
                plan("target too far", Recommendation.BUY, "99 101 97 121.1", "5.03", "LEVEL_RANGE", ""),
                plan("target at the limit", Recommendation.BUY, "99 101 97 121", "5", "", ""));
    }

    @ParameterizedTest
    @MethodSource("plans")
    void holdsAPlanAgainstTheSeries(Verdict verdict, List<Kind> failed, List<Kind> unverified) {
        // When
        var claims = ClaimChecks.check(verdict, indicated(steady()));

        // Then
        assertThat(kinds(claims, Claim.Result.FAILED)).isEqualTo(failed);
        assertThat(kinds(claims, Claim.Result.UNVERIFIED)).isEqualTo(unverified);
        assertThat(claims)
                .extracting(Claim::kind)
                .contains(Kind.ENTRY_NEAR, Kind.STOP_SIDE, Kind.TARGET_SIDE, Kind.R_MULTIPLE);
    }

    @Test
    void saysWhatItExpectedAndFound() {
        // When
        var claims = ClaimChecks.check(verdict(Recommendation.BUY, "99 101 102 105", "3"), indicated(steady()));

        // Then
        assertThat(claims)
                .extracting(claim -> claim.what() + " | " + claim.expected() + " | " + claim.found())
                .containsExactly(
                        "entry_low, entry_high | within 4 (2 ATR(14)) of the last close of 100 | 99 to 101",
                        "stop_loss | below 99, the lower edge of the entry, for BUY | 102",
                        "stop_loss | 79 to 121 (the shown bars and 10 ATR(14) around them) | 102",
                        "targets[0] | above 101, the upper edge of the entry, for BUY | 105",
                        "targets[0] | 79 to 121 (the shown bars and 10 ATR(14) around them) | 105",
                        "r_multiple | cannot be told without a stop and a target on their sides of the entry | 3");
    }

    @Test
    void takesTheCloseForTheEntry_whereThereIsNone() {
        // Given
        var verdict = new Verdict(
                Trend.BEARISH,
                Recommendation.SELL,
                Optional.of(new BigDecimal("0.6")),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                Optional.empty(),
                Optional.of(new BigDecimal("100")),
                List.of(new BigDecimal("96")),
                Optional.empty(),
                "");

        // Then
        assertThat(kinds(ClaimChecks.check(verdict, indicated(steady())), Claim.Result.FAILED))
                .containsExactly(Kind.STOP_SIDE);
    }

    static Stream<Arguments> levels() {
        return Stream.of(
                argumentSet("where they belong", List.of("99.99", "93"), List.of("100.01", "107"), List.of()),
                argumentSet("support above", List.of("100.5"), List.of(), List.of(Kind.SUPPORT_SIDE)),
                argumentSet("support at the close", List.of("100"), List.of(), List.of(Kind.SUPPORT_SIDE)),
                argumentSet("resistance below", List.of(), List.of("99"), List.of(Kind.RESISTANCE_SIDE)),
                argumentSet("resistance at the close", List.of(), List.of("100.00"), List.of(Kind.RESISTANCE_SIDE)),
                argumentSet("support out of sight", List.of("92.99"), List.of(), List.of(Kind.LEVEL_RANGE)),
                argumentSet("resistance out of sight", List.of(), List.of("107.01"), List.of(Kind.LEVEL_RANGE)),
                argumentSet(
                        "wrong in every way",
                        List.of("1000"),
                        List.of("1"),
                        List.of(Kind.SUPPORT_SIDE, Kind.LEVEL_RANGE, Kind.RESISTANCE_SIDE, Kind.LEVEL_RANGE)));
    }

    @ParameterizedTest
    @MethodSource("levels")
    void holdsLevelsAgainstTheSeries(List<String> support, List<String> resistance, List<Kind> failed) {
        // When
        var claims = ClaimChecks.check(hold(support, resistance), indicated(steady()));

        // Then
        assertThat(claims).hasSize(2 * (support.size() + resistance.size()));
        assertThat(kinds(claims, Claim.Result.FAILED)).isEqualTo(failed);
    }

    @Test
    void tellsSidesButNoDistances_whenTheSeriesIsTooShortForAnAtr() {
        // When
        var claims = ClaimChecks.check(
                verdict(Recommendation.BUY, "99 101 102 105", "1"), indicated(SampleBars.ofCloses(99, 100)));

        // Then
        assertThat(kinds(claims, Claim.Result.FAILED)).containsExactly(Kind.STOP_SIDE);
        assertThat(claims)
                .filteredOn(claim -> claim.kind() == Kind.LEVEL_RANGE || claim.kind() == Kind.ENTRY_NEAR)
                .hasSize(3)
                .allSatisfy(claim -> assertThat(claim.result()).isEqualTo(Claim.Result.UNVERIFIED))
                .allSatisfy(claim -> assertThat(claim.expected()).contains("the history is too short for ATR(14)"));
    }

    @Test
    void looksAtTheShownBarsOnly() {
        // Given
        var crashed = SampleBars.daily(100, i -> i < 50 ? 500 : 100 + i % 2);

        // When
        var claims = ClaimChecks.check(
                hold(List.of(), List.of("300")), Indicators.compute(crashed, new IndicatorSpec(List.of()), 30));

        // Then
        assertThat(kinds(claims, Claim.Result.FAILED)).containsExactly(Kind.LEVEL_RANGE);
    }

    @Test
    void claimsNothing_whenNothingIsSaid() {
        assertThat(ClaimChecks.check(hold(List.of(), List.of()), indicated(steady())))
                .isEmpty();
    }

    private static List<Kind> kinds(List<Claim> claims, Claim.Result result) {
        return claims.stream()
                .filter(claim -> claim.result() == result)
                .map(Claim::kind)
                .toList();
    }

    private static Verdict hold(List<String> support, List<String> resistance) {
        return new Verdict(
                Trend.NEUTRAL,
                Recommendation.HOLD,
                Optional.empty(),
                support.stream().map(BigDecimal::new).toList(),
                resistance.stream().map(BigDecimal::new).toList(),
                List.of(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Optional.empty(),
                "");
    }

    /** Entry from and to, stop and targets in one text. */
    private static Verdict verdict(Recommendation recommendation, String plan, String multiple) {
        var prices = Stream.of(plan.split(" ")).map(BigDecimal::new).toList();
        return new Verdict(
                Trend.NEUTRAL,
                recommendation,
                Optional.of(new BigDecimal("0.6")),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                Optional.of(new PriceRange(prices.get(0), prices.get(1))),
                Optional.of(prices.get(2)),
                prices.subList(3, prices.size()),
                Optional.of(new BigDecimal(multiple)),
                "");
    }

    private static Arguments plan(
            String name, Recommendation side, String plan, String multiple, String... failedAndUnverified) {
        return argumentSet(
                name, verdict(side, plan, multiple), kinds(failedAndUnverified[0]), kinds(failedAndUnverified[1]));
    }

    private static List<Kind> kinds(String names) {
        return Stream.of(names.split(" "))
                .filter(name -> !name.isEmpty())
                .map(Kind::valueOf)
                .toList();
    }

    private static IndicatedSeries indicated(BarSeries series) {
        return Indicators.compute(series, new IndicatorSpec(List.of()), 60);
    }

    private static BarSeries steady() {
        var rows = new double[60][];
        for (var i = 0; i < rows.length; i++) {
            rows[i] = new double[] {101, 99, 100};
        }
        return SampleBars.ofHighLowClose(rows);
    }
}
