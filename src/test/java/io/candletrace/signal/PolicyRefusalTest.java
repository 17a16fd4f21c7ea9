package io.candletrace.signal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import io.candletrace.failure.FailureReason;
import io.candletrace.failure.ServiceException;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What no strategy may say about how its analyses become a signal. */
class PolicyRefusalTest {
    private static final Map<String, Object> GPT = voice("gpt", "1d");
    private static final Map<String, Object> CLAUDE = voice("claude", "1d");
    private static final Map<String, Object> RULES = voice("rules-v1", "1w");

    static Stream<Arguments> impossible() {
        return Stream.of(
                refused(
                        "an unknown key",
                        Map.of("model", "gpt"),
                        "signal_policy: expected deciding_model, ",
                        "'model'"),
                refused(
                        "an unknown timeframe",
                        Map.of("primary_timeframe", "2d"),
                        "signal_policy.primary_timeframe: expected one of 1m, 5m",
                        "'2d'"),
                refused("a number", Map.of("primary_timeframe", 1), "primary_timeframe: expected a text", "'1'"),
                refused("a blank", Map.of("deciding_model", " "), "deciding_model: expected a text", "' '"),
                refused("null", Collections.singletonMap("deciding_model", null), "expected a text", "'null'"),
                refused(
                        "upper case",
                        Map.of("without_confirmation", "HOLD"),
                        "expected hold, ignore or no_signal",
                        "'HOLD'"),
                refused(
                        "-1 claims",
                        Map.of("max_failed_claims", -1),
                        "max_failed_claims: expected a whole number",
                        "'-1'"),
                refused("half a claim", Map.of("weaken_failed_claims", 1.5), "a whole number from 0", "'1.5'"),
                refused("claims in words", Map.of("max_failed_claims", "two"), "a whole number from 0", "'two'"),
                refused(
                        "a percentage",
                        Map.of("min_confidence", 60),
                        "min_confidence: expected a number from 0 to 1",
                        "'60'"),
                refused("not a number", Map.of("min_confidence", Double.NaN), "a number from 0 to 1", "'NaN'"),
                refused("one veto", Map.of("vetoes", GPT), "vetoes: expected a list", "gpt"),
                refused("a veto by name", Map.of("vetoes", List.of("gpt")), "each with model and timeframe", "'gpt'"),
                refused(
                        "a veto of nobody",
                        Map.of("vetoes", List.of(Map.of("timeframe", "1d"))),
                        "each with model and timeframe",
                        "1d"),
                refused(
                        "a veto with more",
                        Map.of("vetoes", List.of(Map.of("model", "gpt", "timeframe", "1d", "weight", 2))),
                        "each with model and timeframe",
                        "weight"),
                refused(
                        "a veto on 2d",
                        Map.of("vetoes", List.of(voice("gpt", "2d"))),
                        "vetoes: expected one of 1m",
                        "'2d'"),
                refused("a veto twice", Map.of("vetoes", List.of(GPT, GPT)), "each analysis once", "'gpt on 1d'"),
                refused("a hole", Map.of("vetoes", Collections.singletonList(null)), "each with model", "'null'"),
                refused(
                        "one who confirms and vetoes",
                        Map.of("vetoes", List.of(RULES), "confirmations", List.of(RULES)),
                        "vetoes: expected analyses that do not confirm",
                        "'rules-v1 on 1w'"));
    }

    static Stream<Arguments> impossibleVotes() {
        return Stream.of(
                refused("of nobody", vote(1), "vote.of: expected at least one analysis", "'none'"),
                refused("a half", vote(1, GPT, CLAUDE), "vote.quorum: expected a whole number from 2 to 2", "'1'"),
                refused(
                        "a third",
                        vote(1, GPT, CLAUDE, RULES),
                        "vote.quorum: expected a whole number from 2 to 3",
                        "'1'"),
                refused("more than all", vote(4, GPT, CLAUDE, RULES), "a whole number from 2 to 3", "'4'"),
                refused("no voters", Map.of("vote", Map.of("quorum", 1)), "vote.of: expected at least one", "none"),
                refused(
                        "no quorum",
                        Map.of("vote", Map.of("of", List.of(GPT))),
                        "vote.quorum: expected 1 to 1",
                        "nothing"),
                refused("a list", Map.of("vote", List.of(GPT)), "vote: expected an object", "gpt"),
                refused("null", Collections.singletonMap("vote", null), "vote: expected an object", "'null'"),
                refused(
                        "an unknown key",
                        Map.of("vote", Map.of("of", List.of(GPT), "quorum", 1, "weights", List.of())),
                        "signal_policy.vote: expected of, quorum",
                        "'weights'"),
                refused(
                        "a voter twice",
                        vote(2, GPT, GPT, CLAUDE),
                        "vote.of: expected each analysis once",
                        "'gpt on 1d'"),
                refused(
                        "a decider",
                        with(vote(1, GPT), "deciding_model", "gpt"),
                        "vote: expected none of",
                        "'deciding_model'"),
                refused("a primary", with(vote(1, GPT), "primary_timeframe", "1d"), "none of", "'primary_timeframe'"),
                refused(
                        "a missing confirmation",
                        with(vote(1, GPT), "without_confirmation", "hold"),
                        "vote: expected none of [deciding_model, primary_timeframe, confirmations, without_confirmation]",
                        "'without_confirmation'"),
                refused("confirmations", with(vote(1, GPT), "confirmations", List.of()), "none of", "'confirmations'"),
                refused(
                        "a vetoing voter",
                        with(vote(1, GPT), "vetoes", List.of(GPT)),
                        "vetoes: expected analyses that do not vote",
                        "'gpt on 1d'"));
    }

    @ParameterizedTest
    @MethodSource({"impossible", "impossibleVotes"})
    void refuses_andSaysWhatIsAllowed(Map<String, ?> json, String expected, String found) {
        assertThatExceptionOfType(ServiceException.class)
                .isThrownBy(() -> SignalPolicy.parse(json))
                .satisfies(failure -> assertThat(failure.reason()).isEqualTo(FailureReason.IMPOSSIBLE_REQUEST))
                .withMessageStartingWith("signal_policy")
                .withMessageContaining(expected)
                .withMessageContaining(found);
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

    private static Arguments refused(String name, Map<String, ?> json, String expected, String found) {
        return argumentSet(name, json, expected, found);
    }
}
