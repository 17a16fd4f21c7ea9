package io.candletrace.signal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import io.candletrace.analysis.Analysis;
import io.candletrace.analysis.Claim;
import io.candletrace.analysis.Claim.Kind;
import io.candletrace.analysis.Claim.Result;
import io.candletrace.analysis.Recommendation;
import io.candletrace.lineage.AnalysisId;
import io.candletrace.lineage.Recorded;
import io.candletrace.testing.SampleAnalyses;
import io.candletrace.testing.SampleBars;
import io.candletrace.testing.SampleClaims;
import io.candletrace.testing.SampleVerdicts;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What failed claims do to the signal of one model, whose confidence is 0.78. */
class ClaimedDecisionTest {
    static Stream<Arguments> claims() {
        return Stream.of(
                argumentSet("none", Map.of(), 0, 0, "BUY", "0.78"),
                argumentSet("all hold", Map.of(), 10, 0, "BUY", "0.78"),
                argumentSet("one of ten fails", Map.of(), 9, 1, "BUY", "0.7020"),
                argumentSet("two of three fail", Map.of(), 1, 2, "BUY", "0.2600"),
                argumentSet("nothing holds", Map.of(), 0, 2, "BUY", "0.0000"),
                argumentSet("three fail", Map.of(), 30, 3, "HOLD", ""),
                argumentSet("none allowed", Map.of("max_failed_claims", 0), 9, 1, "HOLD", ""),
                argumentSet("five allowed", Map.of("max_failed_claims", 5), 5, 5, "BUY", "0.3900"),
                argumentSet("one does not weaken", Map.of("weaken_failed_claims", 1), 9, 1, "BUY", "0.78"),
                argumentSet("two do", Map.of("weaken_failed_claims", 1), 8, 2, "BUY", "0.6240"),
                argumentSet("sure enough", Map.of("min_confidence", 0.7), 9, 1, "BUY", "0.7020"),
                argumentSet("just sure enough", Map.of("min_confidence", 0.702), 9, 1, "BUY", "0.7020"),
                argumentSet("too weak", Map.of("min_confidence", 0.71), 9, 1, "HOLD", ""),
                argumentSet("never sure enough", Map.of("min_confidence", 0.8), 9, 0, "HOLD", ""));
    }

    @ParameterizedTest
    @MethodSource("claims")
    void allowsWeakensOrHolds(Map<String, ?> policy, int passed, int failed, String type, String confidence) {
        // When
        var signal = decide(policy, Recommendation.BUY, SampleClaims.of(passed, failed));

        // Then
        assertThat(signal.type()).hasToString(type);
        assertThat(signal.confidence().map(BigDecimal::toPlainString).orElse(""))
                .isEqualTo(confidence);
        assertThat(signal.levels().isPresent()).isEqualTo(!type.equals("HOLD"));
    }

    @Test
    void saysWhatItDid() {
        assertThat(reasoning(Map.of(), 9, 1))
                .isEqualTo("BUY: gpt on 1d says BUY, trend bullish, confidence 0.78; 1 of its 10 checked claims failed,"
                        + " so its confidence counts as 0.702; the confidence of 0.702 is that of gpt on 1d."
                        + " Its reasons: It looks that way.");
        assertThat(reasoning(Map.of(), 7, 3))
                .startsWith("HOLD: ")
                .contains("; 3 of its 10 checked claims failed, 2 allowed.");
        assertThat(reasoning(Map.of("min_confidence", 0.71), 9, 1))
                .startsWith("HOLD: ")
                .contains("; the confidence of 0.702 is below the 0.71 that the policy asks for.");
    }

    @ParameterizedTest
    @EnumSource(value = Recommendation.class, names = "HOLD", mode = EnumSource.Mode.EXCLUDE)
    void neverActsOnAContradiction_whateverThePolicyAllows(Recommendation recommendation) {
        // Given
        var lenient = Map.of("max_failed_claims", 1_000, "weaken_failed_claims", 1_000);
        var stop = SampleClaims.claim(Kind.STOP_SIDE, Result.FAILED);
        var target = SampleClaims.claim(Kind.TARGET_SIDE, Result.FAILED);

        // Then
        assertThat(decide(lenient, recommendation, List.of(stop)).type()).isEqualTo(SignalType.HOLD);
        assertThat(decide(lenient, recommendation, List.of(target)).reasoning())
                .startsWith("HOLD: gpt on 1d says " + recommendation)
                .contains("; its target_side is on the wrong side, expected this, found that.");
    }

    @ParameterizedTest
    @EnumSource(Result.class)
    void minds_onlyClaimsThatFailed(Result result) {
        // When
        var signal = decide(Map.of(), Recommendation.SELL, List.of(SampleClaims.claim(Kind.STOP_SIDE, result)));

        // Then
        assertThat(signal.type()).isEqualTo(result == Result.FAILED ? SignalType.HOLD : SignalType.SELL);
    }

    @Test
    void leavesAHoldAHold() {
        // When
        var signal = decide(Map.of(), Recommendation.HOLD, SampleClaims.of(1, 1));

        // Then
        assertThat(signal.type()).isEqualTo(SignalType.HOLD);
        assertThat(signal.confidence()).isEmpty();
        assertThat(signal.reasoning())
                .isEqualTo("HOLD: gpt on 1d says HOLD, trend neutral. Its reasons: It looks that way.");
    }

    private static String reasoning(Map<String, ?> policy, int passed, int failed) {
        return decide(policy, Recommendation.BUY, SampleClaims.of(passed, failed))
                .reasoning();
    }

    private static Signal decide(Map<String, ?> policy, Recommendation recommendation, List<Claim> claims) {
        Recorded<AnalysisId, Analysis> said = SampleAnalyses.completed(
                1, SampleAnalyses.question("gpt", SampleBars.wave(60)), SampleVerdicts.of(recommendation));
        return SignalDecision.decide(
                SignalPolicy.parse(policy), List.of("gpt"), 5, List.of(SampleClaims.claiming(said, claims)));
    }
}
