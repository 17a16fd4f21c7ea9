package io.candletrace.signal;

import static io.candletrace.signal.Spoken.cited;
import static io.candletrace.signal.Spoken.decide;
import static io.candletrace.signal.Spoken.fails;
import static io.candletrace.signal.Spoken.says;
import static io.candletrace.signal.Spoken.voice;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.candletrace.analysis.Analysis;
import io.candletrace.analysis.AnalysisStatus;
import io.candletrace.analysis.Claim.Kind;
import io.candletrace.analysis.Claim.Result;
import io.candletrace.analysis.Recommendation;
import io.candletrace.analysis.Trend;
import io.candletrace.failure.FailureReason;
import io.candletrace.failure.ServiceException;
import io.candletrace.lineage.AnalysisId;
import io.candletrace.lineage.Recorded;
import io.candletrace.market.Timeframe;
import io.candletrace.testing.SampleClaims;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Two of gpt on 1d, claude on 1d and rules-v1 on 1w decide. Everybody who does not hold is 0.78 sure. */
class VotedDecisionTest {
    private static final Map<String, Object> TWO_OF_THREE = Map.of(
            "vote",
            Map.of("of", List.of(voice("gpt", "1d"), voice("claude", "1d"), voice("rules-v1", "1w")), "quorum", 2));

    @ParameterizedTest
    @CsvSource({
        "BUY, BUY, BUY, BUY, 0.7800, 1",
        "BUY, BUY, HOLD, BUY, 0.5200, 1",
        "BUY, HOLD, BUY, BUY, 0.5200, 1",
        "HOLD, BUY, BUY, BUY, 0.5200, 1",
        "BUY, BUY, SELL, BUY, 0.5200, 1",
        "SELL, SELL, BUY, SELL, 0.5200, 1",
        "BUY, SELL, SELL, SELL, 0.5200, 1",
        "BUY, SELL, HOLD, HOLD, '', 1",
        "BUY, HOLD, HOLD, HOLD, '', 1",
        "HOLD, HOLD, HOLD, HOLD, '', 1",
        "fails, BUY, BUY, BUY, 0.5200, 2",
        "fails, SELL, BUY, HOLD, '', 2",
        "BUY, fails, fails, HOLD, '', 1",
        "fails, fails, SELL, HOLD, '', 3",
        "BUY, BUY, fails, BUY, 0.5200, 1"
    })
    void goesByTheQuorum(String gpt, String claude, String rules, SignalType type, String confidence, long deciding) {
        // When
        var signal = decide(
                TWO_OF_THREE,
                voted(1, "gpt", "1d", gpt),
                voted(2, "claude", "1d", claude),
                voted(3, "rules-v1", "1w", rules));

        // Then
        assertThat(signal.type()).isEqualTo(type);
        assertThat(signal.confidence().map(BigDecimal::toPlainString).orElse(""))
                .isEqualTo(confidence);
        assertThat(signal.deciding().id()).isEqualTo(new AnalysisId(deciding));
        assertThat(signal.levels().isPresent()).isEqualTo(type != SignalType.HOLD);
    }

    @Test
    void citesEveryCompletedVoter_asOneThatDecides() {
        // When
        var signal = decide(
                TWO_OF_THREE,
                says(7, "gpt", "1w", Recommendation.SELL),
                says(3, "rules-v1", "1w", Recommendation.BUY),
                fails(1, "gpt", "1d", AnalysisStatus.INVALID),
                says(2, "claude", "1d", Recommendation.BUY));

        // Then
        assertThat(signal.citations())
                .containsExactly(
                        cited(2, AnalysisRole.DECIDES),
                        cited(7, AnalysisRole.OBSERVES),
                        cited(3, AnalysisRole.DECIDES),
                        cited(1, AnalysisRole.OBSERVES));
        assertThat(signal.confirmation()).isEmpty();
    }

    @Test
    void takesLevelsTrendAndReasons_fromTheFirstWhoVotedForIt() {
        // When
        var signal = decide(
                TWO_OF_THREE,
                says(1, "gpt", "1d", Recommendation.SELL),
                says(2, "claude", "1d", Recommendation.BUY),
                says(3, "rules-v1", "1w", Recommendation.BUY));

        // Then
        assertThat(signal.deciding().id()).isEqualTo(new AnalysisId(1));
        assertThat(signal.primary()).isEqualTo(Timeframe.DAILY);
        assertThat(signal.trend()).isEqualTo(Trend.BULLISH);
        assertThat(signal.levels())
                .hasValueSatisfying(levels -> assertThat(levels.targetConservative())
                        .isGreaterThan(levels.entry().high()));
        assertThat(signal.reasoning())
                .isEqualTo("BUY: 2 BUY, 1 SELL, 0 HOLD of 3 voters, the quorum is 2;"
                        + " gpt on 1d says SELL, trend bearish, confidence 0.78;"
                        + " claude on 1d says BUY, trend bullish, confidence 0.78;"
                        + " rules-v1 on 1w says BUY, trend bullish, confidence 0.78;"
                        + " the confidence of 0.52 is what the 2 votes for it have together, over all 3 voters."
                        + " The reasons of claude on 1d: It looks that way.");
    }

    @Test
    void countsAVoterAsHold_whenNobodyShouldActOnIt() {
        // Given
        var contradiction = List.of(SampleClaims.claim(Kind.STOP_SIDE, Result.FAILED));

        // When
        var signal = decide(
                TWO_OF_THREE,
                SampleClaims.claiming(says(1, "gpt", "1d", Recommendation.BUY), contradiction),
                SampleClaims.claiming(says(2, "claude", "1d", Recommendation.BUY), SampleClaims.of(9, 3)),
                says(3, "rules-v1", "1w", Recommendation.BUY));

        // Then
        assertThat(signal.type()).isEqualTo(SignalType.HOLD);
        assertThat(signal.reasoning())
                .startsWith("HOLD: 1 BUY, 0 SELL, 2 HOLD of 3 voters, no direction has the quorum of 2; ")
                .contains(
                        "confidence 0.78 and counts as HOLD (its stop_side is on the wrong side, expected this, found that);")
                .contains("confidence 0.78 and counts as HOLD (3 of its 12 checked claims failed, 2 allowed);");
        assertThat(signal.citations()).extracting(Signal.Citation::role).containsOnly(AnalysisRole.DECIDES);
    }

    @Test
    void weakensTheVoters_whoseClaimsFailed() {
        // When
        var signal = decide(
                TWO_OF_THREE,
                SampleClaims.claiming(says(1, "gpt", "1d", Recommendation.BUY), SampleClaims.of(1, 1)),
                says(2, "claude", "1d", Recommendation.BUY),
                says(3, "rules-v1", "1w", Recommendation.SELL));

        // Then
        assertThat(signal.confidence()).contains(new BigDecimal("0.3900"));
        assertThat(signal.reasoning()).contains("(1 of its 2 checked claims failed, so its confidence counts as 0.39)");
    }

    @Test
    void holds_whenTheVotersTogetherAreNotSureEnough() {
        // Given
        var policy = new HashMap<>(TWO_OF_THREE);
        policy.put("min_confidence", 0.6);

        // When
        var signal = decide(
                policy,
                says(1, "gpt", "1d", Recommendation.BUY),
                says(2, "claude", "1d", Recommendation.BUY),
                says(3, "rules-v1", "1w", Recommendation.HOLD));

        // Then
        assertThat(signal.type()).isEqualTo(SignalType.HOLD);
        assertThat(signal.reasoning()).contains("the confidence of 0.52 is below the 0.6 that the policy asks for");
    }

    @Test
    void holds_whenSomebodyVetoes() {
        // Given
        var policy = new HashMap<>(TWO_OF_THREE);
        policy.put("vetoes", List.of(voice("gpt", "1w"), voice("claude", "1w")));
        var votes = votes(Recommendation.BUY);
        votes.add(says(4, "gpt", "1w", Recommendation.SELL));
        votes.add(says(5, "claude", "1w", Recommendation.BUY));

        // When
        var signal = decide(SignalPolicy.parse(policy), votes);

        // Then
        assertThat(signal.type()).isEqualTo(SignalType.HOLD);
        assertThat(signal.confirmation()).contains(Timeframe.WEEKLY);
        assertThat(signal.citations()).contains(cited(4, AnalysisRole.VETOES), cited(5, AnalysisRole.OBSERVES));
        assertThat(signal.reasoning())
                .contains("; contradicted by gpt on 1w (SELL, trend bearish, confidence 0.78);"
                        + " not against it claude on 1w (BUY, trend bullish, confidence 0.78).");
    }

    @Test
    void givesNoSignal_whenNoVoterCompleted() {
        assertThatExceptionOfType(ServiceException.class)
                .isThrownBy(() -> decide(
                        TWO_OF_THREE,
                        fails(1, "gpt", "1d", AnalysisStatus.REFUSED),
                        fails(2, "claude", "1d", AnalysisStatus.TRUNCATED),
                        says(4, "gpt", "1w", Recommendation.BUY)))
                .withMessage("expected a verdict by at least one voter, found gpt on 1d refused: nothing;"
                        + " claude on 1d truncated: nothing; rules-v1 on 1w there is no analysis")
                .satisfies(failure -> assertThat(failure.reason()).isEqualTo(FailureReason.ANSWER_UNUSABLE));
    }

    private static List<Recorded<AnalysisId, Analysis>> votes(Recommendation recommendation) {
        return new ArrayList<>(List.of(
                says(1, "gpt", "1d", recommendation),
                says(2, "claude", "1d", recommendation),
                says(3, "rules-v1", "1w", recommendation)));
    }

    private static Recorded<AnalysisId, Analysis> voted(long id, String model, String timeframe, String vote) {
        return vote.equals("fails")
                ? fails(id, model, timeframe, AnalysisStatus.FAILED)
                : says(id, model, timeframe, Recommendation.valueOf(vote));
    }
}
