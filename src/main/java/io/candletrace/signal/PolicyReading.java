package io.candletrace.signal;

import io.candletrace.failure.FailureReason;
import io.candletrace.failure.ServiceException;
import io.candletrace.market.Timeframe;
import io.candletrace.signal.DecisionRule.Decider;
import io.candletrace.signal.DecisionRule.Vote;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One reading of a {@code signal_policy}; what is impossible is said with its key. */
final class PolicyReading {
    private static final int MAX_SHOWN = 64;
    private static final int MOST_CLAIMS = 1_000;

    private final PolicyFields fields;

    private PolicyReading(PolicyFields fields) {
        this.fields = fields;
    }

    static SignalPolicy of(Map<String, ?> json) {
        return new PolicyReading(new PolicyFields("", json)).policy();
    }

    private SignalPolicy policy() {
        fields.requireOnly(PolicyKeys.ALL);
        var vetoes = fields.voices(PolicyKeys.VETOES).orElse(List.of());
        return new SignalPolicy(
                fields.has(PolicyKeys.VOTE) ? vote(vetoes) : decider(vetoes),
                new ClaimLimits(
                        fields.integer(PolicyKeys.MAX_FAILED_CLAIMS, 0, MOST_CLAIMS)
                                .orElse(ClaimLimits.DEFAULT.most()),
                        fields.integer(PolicyKeys.WEAKEN_FAILED_CLAIMS, 0, MOST_CLAIMS)
                                .orElse(ClaimLimits.DEFAULT.unweakened())),
                fields.share(PolicyKeys.MIN_CONFIDENCE).orElse(BigDecimal.ZERO),
                vetoes);
    }

    private Decider decider(List<Voice> vetoes) {
        var confirmations = fields.voices(PolicyKeys.CONFIRMATIONS);
        requireApart(confirmations.orElse(List.of()), vetoes, "confirm");
        return new Decider(
                fields.text(PolicyKeys.DECIDING_MODEL),
                fields.text(PolicyKeys.PRIMARY).map(code -> timeframe(PolicyKeys.PRIMARY, code)),
                confirmations,
                fields.text(PolicyKeys.WITHOUT_CONFIRMATION)
                        .map(PolicyReading::withoutConfirmation)
                        .orElse(WithoutConfirmation.HOLD));
    }

    private Vote vote(List<Voice> vetoes) {
        PolicyKeys.OF_A_DECIDER.stream().filter(fields::has).findFirst().ifPresent(key -> {
            throw impossible(PolicyKeys.VOTE, "none of " + PolicyKeys.OF_A_DECIDER + " beside it", key);
        });
        var vote = fields.object(PolicyKeys.VOTE);
        vote.requireOnly(List.of(PolicyKeys.OF, PolicyKeys.QUORUM));
        var of = vote.voices(PolicyKeys.OF).filter(voices -> !voices.isEmpty());
        var voters = of.orElseThrow(() -> impossible("vote.of", "at least one analysis", "none"));
        requireApart(voters, vetoes, "vote");
        var least = voters.size() / 2 + 1;
        var quorum = vote.integer(PolicyKeys.QUORUM, least, voters.size());
        return new Vote(
                voters,
                quorum.orElseThrow(() -> impossible(
                        "vote.quorum", least + " to " + voters.size() + ", more than half of the voters", "nothing")));
    }

    private static void requireApart(List<Voice> voices, List<Voice> vetoes, String what) {
        vetoes.stream().filter(voices::contains).findFirst().ifPresent(voice -> {
            throw impossible(PolicyKeys.VETOES, "analyses that do not " + what, voice.words());
        });
    }

    static Timeframe timeframe(String key, String code) {
        return Timeframe.ofCode(code).orElseThrow(() -> impossible(key, "one of " + Timeframe.codes(), code));
    }

    private static WithoutConfirmation withoutConfirmation(String code) {
        return Arrays.stream(WithoutConfirmation.values())
                .filter(value -> value.code().equals(code))
                .findFirst()
                .orElseThrow(() -> impossible(PolicyKeys.WITHOUT_CONFIRMATION, "hold, ignore or no_signal", code));
    }

    static ServiceException impossible(String key, String expected, @Nullable Object found) {
        var text = String.valueOf(found).replaceAll("\\p{Cntrl}", " ");
        var shown = text.length() > MAX_SHOWN ? text.substring(0, MAX_SHOWN) + "..." : text;
        return new ServiceException(
                FailureReason.IMPOSSIBLE_REQUEST,
                Optional.of("signal_policy." + key)
                                .filter(name -> !key.isEmpty())
                                .orElse("signal_policy") + ": expected " + expected + ", found '" + shown + "'");
    }
}
