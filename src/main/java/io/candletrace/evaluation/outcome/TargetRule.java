package io.candletrace.evaluation.outcome;

import io.candletrace.evaluation.outcome.Trade.ExitReason;
import java.math.BigDecimal;

/** Which of an idea's two targets closes the whole trade. */
public enum TargetRule {
    CONSERVATIVE,
    AGGRESSIVE;

    BigDecimal target(Idea idea) {
        return switch (this) {
            case CONSERVATIVE -> idea.targetConservative();
            case AGGRESSIVE -> idea.targetAggressive();
        };
    }

    ExitReason reason() {
        return switch (this) {
            case CONSERVATIVE -> ExitReason.TARGET_CONSERVATIVE;
            case AGGRESSIVE -> ExitReason.TARGET_AGGRESSIVE;
        };
    }
}
