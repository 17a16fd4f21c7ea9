package io.candletrace.signal;

import io.candletrace.failure.ServiceException;
import io.candletrace.market.Timeframe;
import io.candletrace.signal.DecisionRule.Decider;
import io.candletrace.signal.DecisionRule.Vote;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How analyses become one signal. {@code signal_policy} has these keys, and every one may be missing:
 *
 * <ul>
 *   <li>{@code deciding_model}, {@code primary_timeframe}: whose verdict counts.
 *   <li>{@code confirmations}: the analyses, as {@code {"model", "timeframe"}}, that must not be against it; by default those of the
 *       deciding model on longer timeframes. One that recommends the opposite or sees the opposite trend turns BUY and SELL into
 *       HOLD; what one without a verdict means is {@code without_confirmation}: {@code hold} (default), {@code ignore},
 *       {@code no_signal}.
 *   <li>{@code vote}, instead of the four above: {@code {"of": [{"model", "timeframe"}], "quorum": k}}, k more than half.
 *   <li>{@code vetoes}: analyses, as above, that turn BUY and SELL into HOLD when they are against it; without a verdict they have
 *       no say.
 *   <li>{@code max_failed_claims} (2), {@code weaken_failed_claims} (0): see {@link ClaimLimits}.
 *   <li>{@code min_confidence} (0): a BUY or SELL of less confidence becomes HOLD.
 * </ul>
 *
 * <p>The confidence of a BUY or SELL is, with a deciding model, that of its analysis after failed claims have weakened it. With a
 * vote it is the sum of the confidences, weakened likewise, of those who voted for the direction, over the number of all that are
 * listed: the mean of the votes times their share, so that whoever did not vote for it counts as 0. HOLD has none.
 *
 * @param rule who decides
 * @param claims how many failed claims an analysis that decides may have
 * @param minConfidence 0 to 1
 * @param vetoes who else may object
 */
public record SignalPolicy(DecisionRule rule, ClaimLimits claims, BigDecimal minConfidence, List<Voice> vetoes) {
    /** What a strategy that says nothing gets. */
    public static final SignalPolicy DEFAULT =
            of(new Decider(Optional.empty(), Optional.empty(), Optional.empty(), WithoutConfirmation.HOLD));

    public SignalPolicy {
        vetoes = List.copyOf(vetoes);
    }

    /** A policy that says nothing but who decides. */
    public static SignalPolicy of(DecisionRule rule) {
        return new SignalPolicy(rule, ClaimLimits.DEFAULT, BigDecimal.ZERO, List.of());
    }

    /**
     * Reads a strategy's {@code signal_policy}.
     *
     * @throws ServiceException {@code IMPOSSIBLE_REQUEST} for an unknown key, an impossible value, or keys that exclude each other
     */
    public static SignalPolicy parse(Map<String, ?> json) {
        return PolicyReading.of(json);
    }

    /**
     * The inverse of {@link #parse}. What the strategy's models and timeframes decide is left out, other defaults are spelled out, so
     * that they stay what they were when the strategy was written. No key says what the confidence is: that follows from the others,
     * as written above.
     */
    public Map<String, Object> toMap() {
        var map = new LinkedHashMap<String, Object>();
        switch (rule) {
            case Decider decider -> put(map, decider);
            case Vote(var of, var quorum) -> map.put(PolicyKeys.VOTE, vote(of, quorum));
        }
        if (!vetoes.isEmpty()) {
            map.put(PolicyKeys.VETOES, maps(vetoes));
        }
        map.put(PolicyKeys.MAX_FAILED_CLAIMS, claims.most());
        map.put(PolicyKeys.WEAKEN_FAILED_CLAIMS, claims.unweakened());
        map.put(PolicyKeys.MIN_CONFIDENCE, minConfidence);
        return map;
    }

    /**
     * Makes sure that a strategy has what the policy names.
     *
     * @param models the strategy's, in its order; at least one
     * @param timeframes the strategy's; at least one
     * @throws ServiceException {@code IMPOSSIBLE_REQUEST} when something named is not among them, or decides and objects at once
     */
    public void requireFits(List<String> models, List<Timeframe> timeframes) {
        new PolicyFit(models, timeframes).require(this);
    }

    private static void put(Map<String, Object> map, Decider decider) {
        decider.model().ifPresent(model -> map.put(PolicyKeys.DECIDING_MODEL, model));
        decider.primary().ifPresent(timeframe -> map.put(PolicyKeys.PRIMARY, timeframe.code()));
        decider.confirmations().ifPresent(voices -> map.put(PolicyKeys.CONFIRMATIONS, maps(voices)));
        map.put(PolicyKeys.WITHOUT_CONFIRMATION, decider.withoutConfirmation().code());
    }

    private static Map<String, Object> vote(List<Voice> of, int quorum) {
        var map = new LinkedHashMap<String, Object>();
        map.put(PolicyKeys.OF, maps(of));
        map.put(PolicyKeys.QUORUM, quorum);
        return map;
    }

    private static List<Map<String, Object>> maps(List<Voice> voices) {
        return voices.stream().map(Voice::toMap).toList();
    }
}
