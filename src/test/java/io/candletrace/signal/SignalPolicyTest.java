package io.candletrace.signal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

import io.candletrace.failure.FailureReason;
import io.candletrace.failure.ServiceException;
import io.candletrace.market.Timeframe;
import io.candletrace.signal.DecisionRule.Decider;
import io.candletrace.signal.DecisionRule.Vote;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class SignalPolicyTest {
    private static final Map<String, Object> GPT = voice("gpt", "1d");
    private static final Map<String, Object> CLAUDE = voice("claude", "1d");
    private static final Map<String, Object> RULES = voice("rules-v1", "1w");

    @Test
    void holdsWithoutConfirmation_whenNothingIsSaid() {
        assertThat(SignalPolicy.parse(Map.of())).isEqualTo(SignalPolicy.DEFAULT);
        assertThat(SignalPolicy.DEFAULT.toMap())
                .hasToString(
                        "{without_confirmation=hold, max_failed_claims=2, weaken_failed_claims=0, min_confidence=0}");
    }

    @Test
    void readsPolicies_fromBeforeThereWereClaims() {
        // When
        var policy = SignalPolicy.parse(Map.of("without_confirmation", "no_signal", "deciding_model", "gpt"));

        // Then
        assertThat(policy)
                .isEqualTo(SignalPolicy.of(new Decider(
                        Optional.of("gpt"), Optional.empty(), Optional.empty(), WithoutConfirmation.NO_SIGNAL)));
    }

    @Test
    void readsBackWhatItWrote_ofADecider() {
        // Given
        var decider = new Decider(
                Optional.of("gpt"),
                Optional.of(Timeframe.WEEKLY),
                Optional.of(List.of(new Voice("claude", Timeframe.WEEKLY))),
                WithoutConfirmation.IGNORE);
        var vetoes = List.of(new Voice("rules-v1", Timeframe.DAILY));
        var policy = new SignalPolicy(decider, new ClaimLimits(5, 1), new BigDecimal("0.55"), vetoes);

        // Then
        assertThat(policy.toMap())
                .hasToString("{deciding_model=gpt, primary_timeframe=1w,"
                        + " confirmations=[{model=claude, timeframe=1w}], without_confirmation=ignore,"
                        + " vetoes=[{model=rules-v1, timeframe=1d}], max_failed_claims=5, weaken_failed_claims=1,"
                        + " min_confidence=0.55}");
        assertThat(SignalPolicy.parse(policy.toMap())).isEqualTo(policy);
    }

    @Test
    void readsBackWhatItWrote_ofAVote() {
        // Given
        var vote = new Vote(
                List.of(
                        new Voice("gpt", Timeframe.DAILY),
                        new Voice("claude", Timeframe.DAILY),
                        new Voice("gpt", Timeframe.WEEKLY)),
                2);
        var policy = SignalPolicy.of(vote);

        // Then
        assertThat(policy.toMap())
                .hasToString("{vote={of=[{model=gpt, timeframe=1d}, {model=claude, timeframe=1d},"
                        + " {model=gpt, timeframe=1w}], quorum=2}, max_failed_claims=2, weaken_failed_claims=0,"
                        + " min_confidence=0}");
        assertThat(SignalPolicy.parse(policy.toMap())).isEqualTo(policy);
    }

    @Test
    void roundsAConfidence_withoutWritingItOut() {
        assertThat(parsed("min_confidence", new BigDecimal("1e-999999999")).minConfidence())
                .isEqualTo(BigDecimal.ZERO);
        assertThat(parsed("min_confidence", 0.55555).minConfidence()).isEqualTo(new BigDecimal("0.5556"));
    }

    static Stream<Arguments> unfit() {
        return Stream.of(
                unfit(
                        Map.of("deciding_model", "grok"),
                        "signal_policy.deciding_model: expected one of the strategy's models [rules-v1, gpt, claude], found 'grok'"),
                unfit(
                        Map.of("primary_timeframe", "1mo"),
                        "signal_policy.primary_timeframe: expected one of the strategy's timeframes [1d, 1w], found '1mo'"),
                unfit(
                        Map.of("confirmations", List.of(voice("grok", "1d"))),
                        "signal_policy.confirmations: expected one of"),
                unfit(Map.of("vetoes", List.of(voice("gpt", "1mo"))), "signal_policy.vetoes: expected one of"),
                unfit(vote(1, voice("grok", "1d")), "signal_policy.vote: expected one of the strategy's models"),
                unfit(vote(1, voice("gpt", "1mo")), "signal_policy.vote: expected one of the strategy's timeframes"),
                unfit(
                        Map.of("vetoes", List.of(GPT)),
                        "signal_policy.vetoes: expected analyses other than the one that decides, found 'gpt on 1d'"),
                unfit(
                        Map.of("deciding_model", "claude", "confirmations", List.of(CLAUDE)),
                        "signal_policy.confirmations: expected analyses other than the one that decides"));
    }

    @ParameterizedTest
    @MethodSource("unfit")
    void refusesWhatTheStrategyDoesNotList(Map<String, ?> json, String told) {
        assertThatExceptionOfType(ServiceException.class)
                .isThrownBy(() -> requireFits(SignalPolicy.parse(json)))
                .satisfies(failure -> assertThat(failure.reason()).isEqualTo(FailureReason.IMPOSSIBLE_REQUEST))
                .withMessageContaining(told);
    }

    @Test
    void fitsAStrategy_thatListsWhatItNames() {
        assertThatNoException().isThrownBy(() -> requireFits(SignalPolicy.DEFAULT));
        assertThatNoException()
                .isThrownBy(() -> requireFits(
                        SignalPolicy.parse(Map.of("confirmations", List.of(RULES), "vetoes", List.of(CLAUDE)))));
        assertThatNoException()
                .isThrownBy(
                        () -> requireFits(SignalPolicy.parse(with(vote(2, GPT, CLAUDE), "vetoes", List.of(RULES)))));
    }

    @Test
    void letsTheFirstRealModelDecide() {
        assertThat(decides(Map.of(), "rules-v1")).isEqualTo("rules-v1");
        assertThat(decides(Map.of(), "rules-v1", "gpt", "claude")).isEqualTo("gpt");
        assertThat(decides(Map.of("deciding_model", "claude"), "gpt", "claude")).isEqualTo("claude");
    }

    private static String decides(Map<String, ?> json, String... models) {
        var decider = (Decider) SignalPolicy.parse(json).rule();
        return decider.voice(List.of(models), List.of(Timeframe.DAILY)).model();
    }

    private static void requireFits(SignalPolicy policy) {
        policy.requireFits(List.of("rules-v1", "gpt", "claude"), List.of(Timeframe.DAILY, Timeframe.WEEKLY));
    }

    private static SignalPolicy parsed(String key, Object value) {
        return SignalPolicy.parse(Map.of(key, value));
    }

    private static Map<String, Object> voice(String model, String timeframe) {
        return Map.of("model", model, "timeframe", timeframe);
    }

    @SafeVarargs
    private static Map<String, Object> vote(int quorum, Map<String, Object>... of) {
        return Map.of("vote", Map.of("of", List.of(of), "quorum", quorum));
    }

    private static Map<String, Object> with(Map<String, Object> policy, String key, Object value) {
        var more = new HashMap<>(policy);
        more.put(key, value);
        return more;
    }

    private static Arguments unfit(Map<String, ?> json, String told) {
        return Arguments.of(json, told);
    }
}
