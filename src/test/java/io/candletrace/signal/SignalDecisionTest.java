package io.candletrace.signal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.candletrace.analysis.Analysis;
import io.candletrace.analysis.AnalysisStatus;
import io.candletrace.analysis.Recommendation;
import io.candletrace.analysis.Trend;
import io.candletrace.failure.FailureReason;
import io.candletrace.failure.ServiceException;
import io.candletrace.lineage.AnalysisId;
import io.candletrace.lineage.Recorded;
import io.candletrace.market.BarSeries;
import io.candletrace.market.Timeframe;
import io.candletrace.signal.DecisionRule.Decider;
import io.candletrace.testing.SampleAnalyses;
import io.candletrace.testing.SampleBars;
import io.candletrace.testing.SampleVerdicts;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class SignalDecisionTest {
    private static final List<String> MODELS = List.of("rules-v1", "gpt", "claude");
    private static final int HORIZON = 5;

    static Stream<Arguments> higherTimeframes() {
        return Stream.of(
                heard("confirmed", Recommendation.BUY, Recommendation.BUY, Trend.BULLISH, SignalType.BUY, "CONFIRMS"),
                heard("held above", Recommendation.BUY, Recommendation.HOLD, Trend.NEUTRAL, SignalType.BUY, "CONFIRMS"),
                heard(
                        "bullish hold",
                        Recommendation.BUY,
                        Recommendation.HOLD,
                        Trend.BULLISH,
                        SignalType.BUY,
                        "CONFIRMS"),
                heard(
                        "bearish hold",
                        Recommendation.BUY,
                        Recommendation.HOLD,
                        Trend.BEARISH,
                        SignalType.HOLD,
                        "VETOES"),
                heard("opposite", Recommendation.BUY, Recommendation.SELL, Trend.NEUTRAL, SignalType.HOLD, "VETOES"),
                heard("both", Recommendation.BUY, Recommendation.SELL, Trend.BEARISH, SignalType.HOLD, "VETOES"),
                heard(
                        "sell below sell",
                        Recommendation.SELL,
                        Recommendation.SELL,
                        Trend.BEARISH,
                        SignalType.SELL,
                        "CONFIRMS"),
                heard(
                        "sell below hold",
                        Recommendation.SELL,
                        Recommendation.HOLD,
                        Trend.NEUTRAL,
                        SignalType.SELL,
                        "CONFIRMS"),
                heard(
                        "sell below bulls",
                        Recommendation.SELL,
                        Recommendation.HOLD,
                        Trend.BULLISH,
                        SignalType.HOLD,
                        "VETOES"),
                heard(
                        "sell below buy",
                        Recommendation.SELL,
                        Recommendation.BUY,
                        Trend.NEUTRAL,
                        SignalType.HOLD,
                        "VETOES"),
                heard(
                        "hold below buy",
                        Recommendation.HOLD,
                        Recommendation.BUY,
                        Trend.BULLISH,
                        SignalType.HOLD,
                        "CONFIRMS"),
                heard(
                        "hold below sell",
                        Recommendation.HOLD,
                        Recommendation.SELL,
                        Trend.BEARISH,
                        SignalType.HOLD,
                        "CONFIRMS"));
    }

    @ParameterizedTest
    @MethodSource("higherTimeframes")
    void hearsTheHigherTimeframe(
            Recommendation daily, Recommendation weekly, Trend weeklyTrend, SignalType type, AnalysisRole role) {
        // When
        var signal = decide(
                SignalPolicy.DEFAULT,
                says(1, "gpt", daily(), daily),
                SampleAnalyses.completed(
                        2, SampleAnalyses.question("gpt", weekly()), SampleVerdicts.of(weekly, weeklyTrend)));

        // Then
        assertThat(signal.type()).isEqualTo(type);
        assertThat(signal.citations()).containsExactly(cited(1, AnalysisRole.DECIDES), cited(2, role));
        assertThat(signal.confirmation()).contains(Timeframe.WEEKLY);
        assertThat(signal.confidence().isPresent()).isEqualTo(type != SignalType.HOLD);
        assertThat(signal.levels().isPresent()).isEqualTo(type != SignalType.HOLD);
    }

    static Stream<Arguments> withoutConfirmation() {
        return Stream.of(
                Arguments.of(WithoutConfirmation.HOLD, Recommendation.BUY, SignalType.HOLD),
                Arguments.of(WithoutConfirmation.HOLD, Recommendation.SELL, SignalType.HOLD),
                Arguments.of(WithoutConfirmation.HOLD, Recommendation.HOLD, SignalType.HOLD),
                Arguments.of(WithoutConfirmation.IGNORE, Recommendation.BUY, SignalType.BUY),
                Arguments.of(WithoutConfirmation.IGNORE, Recommendation.SELL, SignalType.SELL),
                Arguments.of(WithoutConfirmation.IGNORE, Recommendation.HOLD, SignalType.HOLD));
    }

    @ParameterizedTest
    @MethodSource("withoutConfirmation")
    void doesWhatThePolicySays_whenTheHigherTimeframeFailed(
            WithoutConfirmation without, Recommendation daily, SignalType type) {
        // When
        var signal = decide(
                policy(without),
                says(1, "gpt", daily(), daily),
                fails(2, "gpt", weekly(), AnalysisStatus.TRUNCATED, "ends in the middle"));

        // Then
        assertThat(signal.type()).isEqualTo(type);
        assertThat(signal.confirmation()).isEmpty();
        assertThat(signal.citations()).containsExactly(cited(1, AnalysisRole.DECIDES), cited(2, AnalysisRole.OBSERVES));
        assertThat(signal.reasoning()).contains("1w (truncated: ends in the middle)");
    }

    @Test
    void givesNoSignal_whenThePolicySaysSoAndConfirmationIsMissing() {
        assertThatExceptionOfType(ServiceException.class)
                .isThrownBy(() -> decide(
                        policy(WithoutConfirmation.NO_SIGNAL),
                        says(1, "gpt", daily(), Recommendation.BUY),
                        fails(2, "gpt", weekly(), AnalysisStatus.REFUSED, "no advice")))
                .withMessage("expected a verdict by gpt on 1w, found refused: no advice")
                .satisfies(failure -> assertThat(failure.reason()).isEqualTo(FailureReason.ANSWER_UNUSABLE));
    }

    @Test
    void takesAnotherModelsAnalysisForNoConfirmation() {
        // When
        var signal = decide(
                SignalPolicy.DEFAULT,
                says(1, "gpt", daily(), Recommendation.BUY),
                says(2, "claude", weekly(), Recommendation.BUY));

        // Then
        assertThat(signal.type()).isEqualTo(SignalType.HOLD);
        assertThat(signal.reasoning()).contains("not confirmed by 1w (there is no analysis)");
        assertThat(signal.citations()).contains(cited(2, AnalysisRole.OBSERVES));
    }

    @ParameterizedTest
    @EnumSource(WithoutConfirmation.class)
    void needsNoConfirmation_whenThereIsOneTimeframe(WithoutConfirmation without) {
        // When
        var signal = decide(policy(without), says(1, "gpt", daily(), Recommendation.BUY));

        // Then
        assertThat(signal.type()).isEqualTo(SignalType.BUY);
        assertThat(signal.confirmation()).isEmpty();
        assertThat(signal.confidence()).contains(SampleVerdicts.CONFIDENCE);
    }

    @ParameterizedTest
    @EnumSource(value = AnalysisStatus.class, names = "COMPLETED", mode = EnumSource.Mode.EXCLUDE)
    void givesNoSignal_whenTheDecidingAnswerIsUnusable(AnalysisStatus status) {
        assertThatExceptionOfType(ServiceException.class)
                .isThrownBy(() -> decide(
                        SignalPolicy.DEFAULT,
                        fails(1, "gpt", daily(), status, "some reason"),
                        says(2, "rules-v1", daily(), Recommendation.BUY)))
                .withMessageContaining("by gpt on 1d")
                .withMessageContainingAll(status.name().toLowerCase(Locale.ROOT), "some reason")
                .satisfies(failure -> assertThat(failure.reason()).isEqualTo(FailureReason.ANSWER_UNUSABLE));
    }

    @Test
    void givesNoSignal_whenTheDecidingModelWasNotAsked() {
        assertThatExceptionOfType(ServiceException.class)
                .isThrownBy(() -> decide(SignalPolicy.DEFAULT, says(1, "claude", daily(), Recommendation.BUY)))
                .withMessage("expected a verdict by gpt on 1d, found there is no analysis");
    }

    @Test
    void listensToEveryModel_butLetsOneDecide() {
        // When
        var signal = decide(
                SignalPolicy.DEFAULT,
                says(1, "rules-v1", daily(), Recommendation.SELL),
                says(2, "claude", daily(), Recommendation.SELL),
                says(3, "gpt", daily(), Recommendation.BUY),
                says(4, "gpt", weekly(), Recommendation.BUY),
                says(5, "rules-v1", weekly(), Recommendation.SELL));

        // Then
        assertThat(signal.type()).isEqualTo(SignalType.BUY);
        assertThat(signal.deciding().id()).isEqualTo(new AnalysisId(3));
        assertThat(signal.citations())
                .containsExactly(
                        cited(3, AnalysisRole.DECIDES),
                        cited(1, AnalysisRole.OBSERVES),
                        cited(2, AnalysisRole.OBSERVES),
                        cited(4, AnalysisRole.CONFIRMS),
                        cited(5, AnalysisRole.OBSERVES));
    }

    @Test
    void namesTheVetoingTimeframe_whenOneOfTwoIsAgainstIt() {
        // When
        var signal = decide(
                SignalPolicy.DEFAULT,
                says(1, "gpt", daily(), Recommendation.BUY),
                says(2, "gpt", weekly(), Recommendation.BUY),
                says(3, "gpt", monthly(), Recommendation.SELL));

        // Then
        assertThat(signal.type()).isEqualTo(SignalType.HOLD);
        assertThat(signal.confirmation()).contains(Timeframe.MONTHLY);
        assertThat(signal.reasoning())
                .isEqualTo("HOLD: gpt on 1d says BUY, trend bullish, confidence 0.78;"
                        + " not against it 1w (BUY, trend bullish, confidence 0.78);"
                        + " contradicted by 1mo (SELL, trend bearish, confidence 0.78)."
                        + " Its reasons: It looks that way.");
    }

    @Test
    void lacksConfirmation_whenOneOfTwoIsSilent() {
        // When
        var signal = decide(
                SignalPolicy.DEFAULT,
                says(1, "gpt", daily(), Recommendation.BUY),
                says(2, "gpt", weekly(), Recommendation.BUY),
                fails(3, "gpt", monthly(), AnalysisStatus.FAILED, "silence"));

        // Then
        assertThat(signal.type()).isEqualTo(SignalType.HOLD);
        assertThat(signal.confirmation()).contains(Timeframe.WEEKLY);
    }

    @Test
    void neverLetsALowerTimeframeVeto() {
        // Given
        var weeklyDecides = SignalPolicy.of(new Decider(
                Optional.empty(), Optional.of(Timeframe.WEEKLY), Optional.empty(), WithoutConfirmation.HOLD));

        // When
        var signal = decide(
                weeklyDecides,
                says(1, "gpt", daily(), Recommendation.SELL),
                says(2, "gpt", weekly(), Recommendation.BUY));

        // Then
        assertThat(signal.type()).isEqualTo(SignalType.BUY);
        assertThat(signal.primary()).isEqualTo(Timeframe.WEEKLY);
        assertThat(signal.citations()).containsExactly(cited(2, AnalysisRole.DECIDES), cited(1, AnalysisRole.OBSERVES));
    }

    @Test
    void letsTheLatestSampleDecide() {
        // Given
        var second = SampleAnalyses.question("gpt", daily(), 2);

        // When
        var signal = decide(
                SignalPolicy.DEFAULT,
                SampleAnalyses.completed(9, second, SampleVerdicts.of(Recommendation.SELL)),
                fails(1, "gpt", daily(), AnalysisStatus.INVALID, "not JSON"));

        // Then
        assertThat(signal.type()).isEqualTo(SignalType.SELL);
        assertThat(signal.citations()).containsExactly(cited(9, AnalysisRole.DECIDES), cited(1, AnalysisRole.OBSERVES));
    }

    @Test
    void saysSo_whenThereAreNoLevels() {
        // When
        var signal = decide(SignalPolicy.DEFAULT, says(1, "gpt", SampleBars.flat(3), Recommendation.BUY));

        // Then
        assertThat(signal.type()).isEqualTo(SignalType.BUY);
        assertThat(signal.levels()).isEmpty();
        assertThat(signal.reasoning()).contains("neither it nor ATR(14) gives usable levels");
    }

    /** The newest daily bar is that of 2024-02-29, the newest weekly one begins on Monday 2024-10-07. */
    @Test
    void expires_afterTheHorizonsBars() {
        // When
        var ofDays = decide(SignalPolicy.DEFAULT, says(1, "gpt", daily(), Recommendation.BUY));
        var ofWeeks = decide(SignalPolicy.DEFAULT, says(1, "gpt", weekly(), Recommendation.HOLD));

        // Then
        assertThat(ofDays.expiresAt()).isEqualTo(Instant.parse("2024-03-06T00:00:00Z"));
        assertThat(ofWeeks.expiresAt()).isEqualTo(Instant.parse("2024-11-18T00:00:00Z"));
    }

    @SafeVarargs
    private static Signal decide(SignalPolicy policy, Recorded<AnalysisId, Analysis>... analyses) {
        return SignalDecision.decide(policy, MODELS, HORIZON, List.of(analyses));
    }

    private static SignalPolicy policy(WithoutConfirmation without) {
        return SignalPolicy.of(new Decider(Optional.empty(), Optional.empty(), Optional.empty(), without));
    }

    private static Recorded<AnalysisId, Analysis> says(
            long id, String model, BarSeries series, Recommendation recommendation) {
        return SampleAnalyses.completed(id, SampleAnalyses.question(model, series), SampleVerdicts.of(recommendation));
    }

    private static Recorded<AnalysisId, Analysis> fails(
            long id, String model, BarSeries series, AnalysisStatus status, String error) {
        return SampleAnalyses.without(id, SampleAnalyses.question(model, series), status, error);
    }

    private static BarSeries daily() {
        return SampleBars.wave(60);
    }

    private static BarSeries weekly() {
        return SampleBars.of(SampleBars.instrument(), Timeframe.WEEKLY, 41, i -> 100 + i % 3);
    }

    private static BarSeries monthly() {
        return SampleBars.of(SampleBars.instrument(), Timeframe.MONTHLY, 40, i -> 100 + i % 3);
    }

    private static Signal.Citation cited(long id, AnalysisRole role) {
        return new Signal.Citation(new AnalysisId(id), role);
    }

    private static Arguments heard(
            String name, Recommendation daily, Recommendation weekly, Trend trend, SignalType type, String role) {
        return Arguments.argumentSet(name, daily, weekly, trend, type, AnalysisRole.valueOf(role));
    }
}
