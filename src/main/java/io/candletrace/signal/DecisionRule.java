package io.candletrace.signal;

import io.candletrace.analysis.ModelConfig;
import io.candletrace.market.Timeframe;
import java.util.List;
import java.util.Optional;

/** Who decides. */
public sealed interface DecisionRule {
    /**
     * One model on one timeframe.
     *
     * @param model its name; when absent the strategy's first that is not {@code rules-v1}, or {@code rules-v1} when it is the only
     *     one
     * @param primary the timeframe; when absent the strategy's shortest
     * @param confirmations the analyses that must not be against it; when absent those of the same model on longer timeframes
     * @param withoutConfirmation what it means that one of them has no verdict
     */
    record Decider(
            Optional<String> model,
            Optional<Timeframe> primary,
            Optional<List<Voice>> confirmations,
            WithoutConfirmation withoutConfirmation)
            implements DecisionRule {
        public Decider {
            confirmations = confirmations.map(List::copyOf);
        }

        /**
         * Which analysis decides.
         *
         * @param models the strategy's, in its order; at least one
         * @param timeframes those that are read; at least one
         */
        public Voice voice(List<String> models, List<Timeframe> timeframes) {
            var name = model.orElseGet(() -> models.stream()
                    .filter(listed -> !listed.equals(ModelConfig.RULES))
                    .findFirst()
                    .orElse(ModelConfig.RULES));
            return new Voice(
                    name,
                    primary.orElseGet(
                            () -> timeframes.stream().sorted().findFirst().orElse(Timeframe.DAILY)));
        }
    }

    /**
     * The direction that enough of the listed analyses recommend. Only one direction can have more than half of them.
     *
     * @param of who votes, each once; the first that completed is the signal's analysis
     * @param quorum how many votes a direction needs: more than half of all that are listed, whether they completed or not
     */
    record Vote(List<Voice> of, int quorum) implements DecisionRule {
        public Vote {
            of = List.copyOf(of);
            if (quorum * 2 <= of.size() || quorum > of.size()) {
                throw new IllegalArgumentException(
                        "a quorum is more than half of " + of.size() + " and not more than all, was " + quorum);
            }
        }
    }
}
