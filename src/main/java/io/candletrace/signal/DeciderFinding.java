package io.candletrace.signal;

import io.candletrace.failure.FailureReason;
import io.candletrace.failure.ServiceException;
import io.candletrace.signal.DecisionRule.Decider;
import java.util.ArrayList;
import java.util.List;

/** One model on one timeframe decides. */
final class DeciderFinding {
    private DeciderFinding() {}

    /**
     * Looks at the one who decides.
     *
     * @throws ServiceException {@code ANSWER_UNUSABLE} when it has no verdict
     */
    static Finding of(Decider rule, ClaimLimits limits, Hearing hearing) {
        var deciding = hearing.opinion(rule.voice(hearing.models(), hearing.timeframes()));
        var verdict = deciding.verdict().orElseThrow(() -> unusable(deciding));
        var scrutiny = Scrutiny.of(limits, deciding).orElseThrow();
        var words = new ArrayList<String>(List.of(deciding.voice().words() + " says " + deciding.words()));
        var refused = scrutiny.objection();
        refused.or(scrutiny::weakening).ifPresent(words::add);
        return new Finding(
                verdict.recommendation(),
                deciding,
                List.of(deciding),
                deciding,
                scrutiny.confidence(),
                refused,
                words,
                "that of " + deciding.voice().words());
    }

    static ServiceException unusable(Opinion opinion) {
        return new ServiceException(
                FailureReason.ANSWER_UNUSABLE,
                "expected a verdict by " + opinion.voice().words() + ", found " + opinion.words());
    }
}
