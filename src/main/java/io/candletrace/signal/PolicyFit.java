package io.candletrace.signal;

import io.candletrace.market.Timeframe;
import io.candletrace.signal.DecisionRule.Decider;
import io.candletrace.signal.DecisionRule.Vote;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Whether a policy fits a strategy.
 *
 * @param models the strategy's
 * @param timeframes the strategy's
 */
record PolicyFit(List<String> models, List<Timeframe> timeframes) {
    void require(SignalPolicy policy) {
        switch (policy.rule()) {
            case Decider decider -> require(decider, policy.vetoes());
            case Vote vote -> require(PolicyKeys.VOTE, vote.of());
        }
        require(PolicyKeys.VETOES, policy.vetoes());
    }

    private void require(Decider decider, List<Voice> vetoes) {
        decider.model().ifPresent(model -> requireModel(PolicyKeys.DECIDING_MODEL, model));
        decider.primary().ifPresent(timeframe -> requireTimeframe(PolicyKeys.PRIMARY, timeframe));
        var confirmations = decider.confirmations().orElse(List.of());
        require(PolicyKeys.CONFIRMATIONS, confirmations);
        var deciding = decider.voice(models, timeframes);
        requireOther(PolicyKeys.CONFIRMATIONS, confirmations, deciding);
        requireOther(PolicyKeys.VETOES, vetoes, deciding);
    }

    private void require(String key, List<Voice> voices) {
        voices.forEach(voice -> {
            requireModel(key, voice.model());
            requireTimeframe(key, voice.timeframe());
        });
    }

    private void requireModel(String key, String model) {
        if (!models.contains(model)) {
            throw PolicyReading.impossible(key, "one of the strategy's models " + models, model);
        }
    }

    private void requireTimeframe(String key, Timeframe timeframe) {
        if (!timeframes.contains(timeframe)) {
            var known = timeframes.stream().map(Timeframe::code).collect(Collectors.joining(", ", "[", "]"));
            throw PolicyReading.impossible(key, "one of the strategy's timeframes " + known, timeframe.code());
        }
    }

    private static void requireOther(String key, List<Voice> voices, Voice deciding) {
        if (voices.contains(deciding)) {
            throw PolicyReading.impossible(key, "analyses other than the one that decides", deciding.words());
        }
    }
}
