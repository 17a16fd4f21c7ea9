package io.candletrace.analysis.claim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.candletrace.analysis.Analysis;
import io.candletrace.analysis.AnalysisStatus;
import io.candletrace.analysis.Claim;
import io.candletrace.analysis.Claim.Kind;
import io.candletrace.analysis.Claim.Result;
import io.candletrace.analysis.ModelConfig;
import io.candletrace.analysis.Recommendation;
import io.candletrace.analysis.rules.RulesOpinions;
import io.candletrace.indicator.IndicatorSpec;
import io.candletrace.market.BarSeries;
import io.candletrace.market.Timeframe;
import io.candletrace.testing.SampleAnalyses;
import io.candletrace.testing.SampleBars;
import io.candletrace.testing.SharedBars;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClaimChecksTest {
    private static final IndicatorSpec DEFAULTS = IndicatorSpec.parse(Map.of(
            "RSI", Map.of(), "MACD", Map.of(), "SMA", Map.of(), "SuperTrend", Map.of(), "Bollinger_Bands", Map.of()));
    private static final IndicatorSpec OTHERS = IndicatorSpec.parse(Map.of(
            "RSI", Map.of("period", 9),
            "MACD", Map.of("fast", 5, "slow", 35, "signal", 5),
            "SMA", Map.of("periods", List.of(10)),
            "SuperTrend", Map.of("period", 7)));
    private static final Set<String> STATES = Set.of(
            "SuperTrend up",
            "SuperTrend down",
            "MACD above its signal line",
            "MACD below its signal line",
            "RSI 14 above 50",
            "RSI 14 below 50");

    @ParameterizedTest
    @ValueSource(strings = {"AAPL", "BAC", "GOOG", "IBM", "SPY", "USO"})
    void findsNothingWrongWithTheBaseline_onRealBars(String symbol) {
        assumeThat(SharedBars.present()).isTrue();
        var bars = SharedBars.daily(symbol);

        for (var end = 30; end <= bars.size(); end += 37) {
            var seen = first(bars, end);
            assertSound(RulesOpinions.analysis(seen, DEFAULTS));
            assertSound(RulesOpinions.analysis(seen, OTHERS));
        }
    }

    @Property(tries = 60)
    void findsNothingWrongWithTheBaseline(
            @ForAll @IntRange(min = 1, max = 400) int bars, @ForAll @IntRange(max = 40) int slope) {
        assertSound(RulesOpinions.analysis(
                SampleBars.daily(bars, i -> 200 + 0.01 * (slope - 20) * i + 15 * Math.sin(i / 7.0)), DEFAULTS));
    }

    @Test
    void checksEveryNumberOfTheBaseline() {
        // When
        var analysis = RulesOpinions.analysis(
                SampleBars.daily(300, i -> 100 + 0.01 * i * i + (i < 285 ? 30 * Math.sin(i / 4.0) : 0)), DEFAULTS);

        // Then
        assertThat(analysis.verdict().orElseThrow().recommendation()).isEqualTo(Recommendation.BUY);
        assertThat(analysis.claims())
                .extracting(Claim::kind)
                .contains(
                        Kind.SUPPORT_SIDE,
                        Kind.LEVEL_RANGE,
                        Kind.ENTRY_NEAR,
                        Kind.STOP_SIDE,
                        Kind.TARGET_SIDE,
                        Kind.R_MULTIPLE,
                        Kind.READING,
                        Kind.PATTERN);
        assertThat(analysis.claims())
                .filteredOn(claim -> claim.kind() == Kind.READING)
                .extracting(Claim::what)
                .contains("readings[0] SuperTrend", "readings[1] SMA.20", "readings[2] MACD.macd", "readings[4] RSI");
    }

    @Test
    void leavesAnAnalysisWithoutAVerdict_asItIs() {
        var refused = SampleAnalyses.without(
                        1, SampleAnalyses.question("gpt", SampleBars.flat(30)), AnalysisStatus.REFUSED, "no")
                .value();

        assertThat(ClaimChecks.checked(refused)).isSameAs(refused);
    }

    private static void assertSound(Analysis analysis) {
        assertThat(analysis.question().model().name()).isEqualTo(ModelConfig.RULES);
        assertThat(found(analysis, Result.FAILED)).isEmpty();
        if (analysis.question().chart().value().chart().series().series().size() > 14) {
            assertThat(found(analysis, Result.UNVERIFIED)).isSubsetOf(STATES);
        }
    }

    private static Set<String> found(Analysis analysis, Result result) {
        return analysis.claims().stream()
                .filter(claim -> claim.result() == result)
                .map(claim -> claim.kind() == Kind.PATTERN ? claim.found() : claim.toString())
                .collect(Collectors.toSet());
    }

    private static BarSeries first(BarSeries series, int bars) {
        return SampleBars.of(
                series.instrument(), Timeframe.DAILY, series.bars().subList(Math.max(0, bars - 420), bars));
    }

    @Test
    void isTheSame_everyTime() {
        var series = SampleBars.wave(300);

        assertThat(Stream.generate(
                                () -> RulesOpinions.analysis(series, DEFAULTS).claims())
                        .limit(3)
                        .distinct())
                .hasSize(1);
    }
}
