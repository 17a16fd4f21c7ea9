package io.candletrace.evaluation.outcome;

import java.math.BigDecimal;
import java.time.Instant;

/**
 * An idea as one side of the trade sees it, like {@link SidedBar}.
 *
 * @param limit the worst price of the entry range
 * @param stop where the idea is wrong
 * @param target where the trade closes
 * @param expiresAt from then on no bar fills it
 * @param horizonBars for how many bars it is held
 */
record SidedIdea(BigDecimal limit, BigDecimal stop, BigDecimal target, Instant expiresAt, int horizonBars) {

    static SidedIdea of(Idea idea, BigDecimal sign, TargetRule rule) {
        return new SidedIdea(
                idea.entryLow().multiply(sign).max(idea.entryHigh().multiply(sign)),
                idea.stop().multiply(sign),
                rule.target(idea).multiply(sign),
                idea.expiresAt(),
                idea.horizonBars());
    }
}
