package io.candletrace.signal;

import static io.candletrace.signal.Spoken.cited;
import static io.candletrace.signal.Spoken.decide;
import static io.candletrace.signal.Spoken.fails;
import static io.candletrace.signal.Spoken.says;
import static io.candletrace.signal.Spoken.voice;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.candletrace.analysis.AnalysisStatus;
import io.candletrace.analysis.Recommendation;
import io.candletrace.failure.FailureReason;
import io.candletrace.failure.ServiceException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Named confirmations and vetoes of what gpt decides on 1d. */
class ObjectedDecisionTest {
    private static final Map<String, Object> CLAUDE_MAY_VETO = Map.of("vetoes", List.of(voice("claude", "1d")));
    private static final List<Map<String, Object>> CLAUDE = List.of(voice("claude", "1d"));

    @ParameterizedTest
    @CsvSource({
        "BUY, SELL, HOLD, VETOES, contradicted by claude on 1d",
        "SELL, BUY, HOLD, VETOES, contradicted by claude on 1d",
        "BUY, BUY, BUY, OBSERVES, not against it claude on 1d",
        "BUY, HOLD, BUY, OBSERVES, not against it claude on 1d",
        "HOLD, SELL, HOLD, OBSERVES, beside it claude on 1d"
    })
    void hearsAVeto(Recommendation gpt, Recommendation claude, SignalType type, AnalysisRole role, String words) {
        // When
        var signal = decide(CLAUDE_MAY_VETO, says(1, "gpt", "1d", gpt), says(2, "claude", "1d", claude));

        // Then
        assertThat(signal.type()).isEqualTo(type);
        assertThat(signal.citations()).containsExactly(cited(1, AnalysisRole.DECIDES), cited(2, role));
        assertThat(signal.reasoning()).contains("; " + words + " (" + claude);
    }

    @Test
    void takesSilenceForNoVeto() {
        // When
        var signal = decide(
                CLAUDE_MAY_VETO,
                says(1, "gpt", "1d", Recommendation.BUY),
                fails(2, "claude", "1d", AnalysisStatus.TRUNCATED));

        // Then
        assertThat(signal.type()).isEqualTo(SignalType.BUY);
        assertThat(signal.citations()).contains(cited(2, AnalysisRole.OBSERVES));
        assertThat(signal.reasoning()).contains("; no veto by claude on 1d (truncated: nothing);");
    }

    @Test
    void needsNoConfirmation_byATimeframeThatMayOnlyVeto() {
        // Given
        var policy = Map.of("vetoes", List.of(voice("gpt", "1w")));

        // When
        var signal =
                decide(policy, says(1, "gpt", "1d", Recommendation.BUY), fails(2, "gpt", "1w", AnalysisStatus.FAILED));

        // Then
        assertThat(signal.type()).isEqualTo(SignalType.BUY);
    }

    @Test
    void needsNoConfirmation_whenThePolicyNamesNone() {
        // When
        var signal = decide(
                Map.of("confirmations", List.of()),
                says(1, "gpt", "1d", Recommendation.BUY),
                says(2, "gpt", "1w", Recommendation.SELL));

        // Then
        assertThat(signal.type()).isEqualTo(SignalType.BUY);
        assertThat(signal.citations()).contains(cited(2, AnalysisRole.OBSERVES));
        assertThat(signal.reasoning())
                .isEqualTo("BUY: gpt on 1d says BUY, trend bullish, confidence 0.78;"
                        + " the confidence of 0.78 is that of gpt on 1d. Its reasons: It looks that way.");
    }

    @ParameterizedTest
    @CsvSource({
        "BUY, BUY, CONFIRMS, 'not against it claude on 1d (BUY, '",
        "HOLD, BUY, CONFIRMS, 'not against it claude on 1d (HOLD, '",
        "SELL, HOLD, VETOES, 'contradicted by claude on 1d (SELL, '"
    })
    void hearsAConfirmationOfAnotherModel(Recommendation claude, SignalType type, AnalysisRole role, String words) {
        // When
        var signal = decide(
                Map.of("confirmations", CLAUDE),
                says(1, "gpt", "1d", Recommendation.BUY),
                says(2, "claude", "1d", claude),
                says(3, "gpt", "1w", Recommendation.SELL));

        // Then
        assertThat(signal.type()).isEqualTo(type);
        assertThat(signal.citations()).contains(cited(2, role), cited(3, AnalysisRole.OBSERVES));
        assertThat(signal.reasoning()).contains("; " + words);
    }

    @ParameterizedTest
    @CsvSource({"hold, HOLD, not confirmed by claude on 1d", "ignore, BUY, without confirmation by claude on 1d"})
    void doesWhatThePolicySays_whenAConfirmationIsMissing(String without, SignalType type, String words) {
        // When
        var signal = decide(
                Map.of("confirmations", CLAUDE, "without_confirmation", without),
                says(1, "gpt", "1d", Recommendation.BUY),
                fails(2, "claude", "1d", AnalysisStatus.INVALID));

        // Then
        assertThat(signal.type()).isEqualTo(type);
        assertThat(signal.reasoning()).contains("; " + words + " (invalid: nothing)");
    }

    @Test
    void givesNoSignal_whenANamedConfirmationIsMissing_andThePolicySaysSo() {
        assertThatExceptionOfType(ServiceException.class)
                .isThrownBy(() -> decide(
                        Map.of("confirmations", CLAUDE, "without_confirmation", "no_signal"),
                        says(1, "gpt", "1d", Recommendation.BUY)))
                .withMessage("expected a verdict by claude on 1d, found there is no analysis")
                .satisfies(failure -> assertThat(failure.reason()).isEqualTo(FailureReason.ANSWER_UNUSABLE));
    }
}
