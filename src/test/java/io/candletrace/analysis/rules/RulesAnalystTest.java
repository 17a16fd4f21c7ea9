package io.candletrace.analysis.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.candletrace.analysis.Analysis;
import io.candletrace.analysis.AnalysisStatus;
import io.candletrace.analysis.ModelConfig;
import io.candletrace.analysis.ParsedAnswer;
import io.candletrace.analysis.PriceRange;
import io.candletrace.analysis.Recommendation;
import io.candletrace.analysis.Trend;
import io.candletrace.analysis.Usage;
import io.candletrace.analysis.Verdict;
import io.candletrace.analysis.VerdictParser;
import io.candletrace.market.BarSeries;
import io.candletrace.market.Timeframe;
import io.candletrace.testing.SampleAnalyses;
import io.candletrace.testing.SampleBars;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RulesAnalystTest {
    /** Closes that rise faster and faster, so that even MACD's signal line stays behind. */
    private static final BarSeries ACCELERATING = SampleBars.daily(300, i -> 100 + 0.01 * i * i);

    private static final BarSeries PLUNGING = SampleBars.daily(300, i -> 2000 - 0.01 * i * i);

    @Test
    void buys_whenAllFourStatesAreBullish() {
        // When
        var verdict = verdict(ACCELERATING);

        // Then
        assertThat(verdict.recommendation()).isEqualTo(Recommendation.BUY);
        assertThat(verdict.trend()).isEqualTo(Trend.BULLISH);
        assertThat(verdict.confidence())
                .hasValueSatisfying(share -> assertThat(share).isEqualByComparingTo("1"));
        assertThat(verdict.keyPatterns())
                .containsExactly(
                        "SuperTrend up", "close above SMA 20", "MACD above its signal line", "RSI 14 above 50");
        assertThat(verdict.reasoning())
                .startsWith("4 of 4 states are bullish: SuperTrend up, its stop at ")
                .contains("close 994.0100 above SMA 20 938.")
                .contains("RSI 14 at 100.00 above 50 (bullish)")
                .contains("a score, not a probability");
    }

    @Test
    void sells_whenAllFourStatesAreBearish() {
        // When
        var verdict = verdict(PLUNGING);

        // Then
        assertThat(verdict.recommendation()).isEqualTo(Recommendation.SELL);
        assertThat(verdict.trend()).isEqualTo(Trend.BEARISH);
        assertThat(verdict.stopLoss().orElseThrow())
                .isGreaterThan(verdict.entry().orElseThrow().high());
        assertThat(verdict.targets())
                .hasSize(2)
                .isSortedAccordingTo((near, far) -> far.compareTo(near))
                .allSatisfy(target -> assertThat(target)
                        .isLessThan(verdict.entry().orElseThrow().low()));
    }

    /** Every true range is 2 from the second bar on, so the ATR is 2 whatever the seed. */
    @Test
    void placesLevelsByTheAverageTrueRange() {
        // Given
        var steady = SampleBars.ofHighLowClose(rows(60));

        // When
        var verdict = verdict(steady);

        // Then
        assertThat(verdict.recommendation()).isEqualTo(Recommendation.BUY);
        assertThat(verdict.entry()).contains(new PriceRange(price("128.50"), price("129.50")));
        assertThat(verdict.stopLoss()).contains(price("125.00"));
        assertThat(verdict.targets()).containsExactly(price("136.25"), price("143.00"));
    }

    @Test
    void holds_whenTheStatesDisagree() {
        // When
        var verdict = verdict(SampleBars.flat(300));

        // Then
        assertThat(verdict.recommendation()).isEqualTo(Recommendation.HOLD);
        assertThat(verdict.trend()).isEqualTo(Trend.NEUTRAL);
        assertThat(verdict.confidence()).isEmpty();
        assertThat(verdict.entry()).isEmpty();
        assertThat(verdict.targets()).isEmpty();
        assertThat(verdict.reasoning()).startsWith("Fewer than 3 of 4 states agree (0 bullish, 2 bearish)");
    }

    @Test
    void decides_whenThreeStatesAreKnownAndAgree() {
        assertThat(verdict(SampleBars.rising(20)).recommendation()).isEqualTo(Recommendation.BUY);
        assertThat(verdict(SampleBars.rising(20)).confidence()).contains(price("0.75"));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 10, 15, 19})
    void holds_andSaysWhatIsMissing_whenHistoryIsShort(int bars) {
        // When
        var verdict = verdict(SampleBars.rising(bars));

        // Then
        assertThat(verdict.recommendation()).isEqualTo(Recommendation.HOLD);
        assertThat(verdict.trend()).isEqualTo(Trend.NEUTRAL);
        assertThat(verdict.reasoning())
                .startsWith("Only ")
                .contains("SMA 20 has too little history")
                .contains("MACD has too little history");
    }

    @Test
    void neverAsksForANegativePrice() {
        // Given
        var crash = SampleBars.of(
                SampleBars.instrument(),
                Timeframe.DAILY,
                60,
                i -> i < 50 ? 60 - i : Math.max(0.6, 10 - 1.0 * (i - 50)));

        // When
        var verdict = verdict(crash);

        // Then
        assertThat(verdict.recommendation()).isEqualTo(Recommendation.SELL);
        assertThat(verdict.targets())
                .hasSize(2)
                .allSatisfy(target -> assertThat(target).isPositive());
    }

    @Test
    void answersWithItsVerdictAsJson_andNoTokens() {
        // When
        var analysis = analysis(SampleBars.flat(2));

        // Then
        assertThat(analysis.status()).isEqualTo(AnalysisStatus.COMPLETED);
        assertThat(analysis.spending().usage()).isEqualTo(Usage.NONE);
        assertThat(analysis.decidedAt()).isEqualTo(SampleAnalyses.DECIDED_AT);
        assertThat(analysis.latency()).isPositive();
        assertThat(analysis.responseText())
                .startsWith(
                        "{\"confidence\":null,\"entry_high\":null,\"entry_low\":null,\"key_patterns\":[],"
                                + "\"r_multiple\":null,\"readings\":[],\"reasoning\":\"Only 0 of 4 states are known and 3 are needed: SuperTrend has too little history;")
                .endsWith("\"recommendation\":\"HOLD\",\"resistance_levels\":[],\"stop_loss\":null,"
                        + "\"support_levels\":[],\"symbol\":\"TEST\",\"targets\":[],\"trend_direction\":\"neutral\"}");
    }

    @Test
    void answersInTheFormThatModelsAreAskedFor() {
        // Given
        var analysis = analysis(PLUNGING);
        var parser = new VerdictParser(
                PLUNGING.instrument().symbol(), PLUNGING.last().close());

        // When
        var parsed = parser.parse(analysis.responseText());

        // Then
        assertThat(parsed)
                .usingRecursiveComparison()
                .withComparatorForType(BigDecimal::compareTo, BigDecimal.class)
                .isEqualTo(new ParsedAnswer.Usable(analysis.verdict().orElseThrow()));
    }

    @Test
    void saysTheSameOfTheSameBars() {
        assertThat(analysis(SampleBars.wave(300)).responseText())
                .isEqualTo(analysis(SampleBars.wave(300)).responseText());
    }

    private static Verdict verdict(BarSeries series) {
        return analysis(series).verdict().orElseThrow();
    }

    private static Analysis analysis(BarSeries series) {
        var analyst = new RulesAnalyst(Clock.fixed(SampleAnalyses.DECIDED_AT, ZoneOffset.UTC));
        return analyst.analyse(SampleAnalyses.question(ModelConfig.RULES, series))
                .await()
                .indefinitely();
    }

    private static double[][] rows(int bars) {
        var rows = new double[bars][];
        for (var i = 0; i < bars; i++) {
            var close = 100 + 0.5 * (i - 1);
            rows[i] = new double[] {close + 1, close - 1, close};
        }
        return rows;
    }

    private static BigDecimal price(String value) {
        return new BigDecimal(value);
    }
}
